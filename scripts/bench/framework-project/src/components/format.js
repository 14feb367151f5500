/** Numbers in the text, without their sign, which the words tell. */
export const percent = (ratio) => Math.abs(ratio * 100).toFixed(2);
export const whole = (number) => Math.abs(number).toFixed(0);
