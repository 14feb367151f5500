import { expect, it } from 'vitest';
import { signatureOf } from '../../src/metrics/measure.ts';
import { measures } from '../../src/metrics/measures/index.ts';
import { WINDOW_FORMS } from '../../src/metrics/windows.ts';

const head = `# Measures

A metric is an expression of measures over series: \`return(rut, 5d) - return(spx, 5d)\`. It is a column over all sessions,
read on one day. \`+ - * /\`, parentheses and numbers join measures; units are checked, and adding unlike ones is an error.
A comparison with a number makes a condition, 1 on days on which it holds: \`return(rut, 5d) - return(spx, 5d) >= 5%\`, with \`%\`, \`pp\` or
\`bp\` after the number where the metric has such a unit. What followed such days is told by the measures after… and baseline…:
[event studies](decisions/event-studies.md). An argument in brackets may be left out. This page is written from the code; a test keeps it so.

| measure | what it is |
|---|---|
`;

const windows = `
## Windows

| window | a change is measured from |
|---|---|
${WINDOW_FORMS.map(({ written, from }) => `| ${written.map((form) => `\`${form}\``).join(' ')} | ${from} |`).join('\n')}

Where the data do not reach back far enough there is no answer: never the first close there happens to be.
`;

it('docs/measures.md lists every measure of the catalogue, in its order', async () => {
  const rows = [...measures.values()].map((measure) => `| \`${signatureOf(measure)}\` | ${measure.summary} |\n`);
  const advice = 'Write the page anew: npx vitest run test/docs/measures.test.ts -u';
  await expect(head + rows.join('') + windows, advice).toMatchFileSnapshot('../../docs/measures.md');
});
