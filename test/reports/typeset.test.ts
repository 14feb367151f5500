import { expect, it } from 'vitest';
import { bindSource } from '../../src/reports/bind-plugin.ts';
import { typeset } from '../../src/reports/typeset.ts';

it.each([
  ['the S&P 500 and the Russell 2000', 'the S&P\u00A0500 and the Russell\u00A02000'],
  ['July 16, 2024 to Jan. 4', 'July\u00A016, 2024 to Jan.\u00A04'],
  ['Magnificent 7, Figure 3', 'Magnificent\u00A07, Figure\u00A03'],
  ['in July, and in May', 'in July, and in May'],
])('%s', (text, typesetText) => expect(typeset(text)).toBe(typesetText));

it('ties running text only: attributes and comments stay as they are written', () => {
  const mdx = '---\n---\n\nOn July 9 <Fact m="return(rut, from 2024-07-01 to 2024-07-09)">the Russell 2000</Fact> {/* July 9 */}\n';
  const bound = bindSource(mdx, 'content/reports/a/index.mdx');
  expect(bound).toBe(
    '---\n---\n\nOn July\u00A09 <Fact report="a" id="f1" m="return(rut, from 2024-07-01 to 2024-07-09)">the Russell\u00A02000</Fact> {/* July 9 */}<Lapses report="a" ids="f1" />\n',
  );
});
