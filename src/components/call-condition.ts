/** The condition of a call in words: '> 0' is 'above 0', '>= 5%' is 'at or above 5%'. */
const WORDS: Record<string, string> = { '>': 'above', '<': 'below', '>=': 'at or above', '<=': 'at or below', '=': 'exactly' };

export function conditionInWords(expects: string): string {
  const [, comparison = '', quantity = ''] = /^([<>]=?|=)\s*(.*)$/.exec(expects) ?? [];
  return `${WORDS[comparison]} ${quantity.replace(' ', '\u00A0')}`;
}
