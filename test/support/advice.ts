/** What a complaint says to write: the words in quotes, or a bare number, each as an author would type it. */
export function adviceIn(message: string): string[] {
  const written = /\bWrite (.*?)(?:, or (?:at="…" for another day|put the (?:date|day) outside))?\.$/.exec(message)?.[1] ?? '';
  return written === ''
    ? []
    : written.split(/, or (?=['\d−$]|more|less|nearly)/).map((one) => /^(?:the date: )?'(.+)'$/.exec(one)?.[1] ?? one);
}
