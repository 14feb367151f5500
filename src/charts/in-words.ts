const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** 'Three' for 3, at the head of a sentence; figures from 13 on. */
export function inWords(count: number): string {
  return WORDS[count] ?? String(count);
}
