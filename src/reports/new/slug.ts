/** The words of a report's address, from its title. */

/** 'Small caps take the lead' as 'small-caps-take-the-lead'; what stands in angle brackets is markup. Empty where no letter or digit is left. */
export function slugWords(title: string): string {
  return title
    .replace(/<[^>]*>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
