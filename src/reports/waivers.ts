/**
 * What a report lets pass, each with its reason: loose statements, days without a date and warnings, by a comment on their line
 * (`loose: reason`) or by their words in the front matter (`allow`). A Fact that fails is never let pass.
 */
import type { ReportSource } from '../assertions/read.ts';
import type { CheckedYaml } from '../checked-yaml.ts';
import { type Finding, warning } from '../finding.ts';
import type { FrontMatter } from './front-matter.ts';
import { UNDATED } from './undated-days.ts';

/** The rule of a loose statement. */
export const LOOSE = 'loose-statement';

const canPass = ({ rule, severity, assertion }: Finding): boolean =>
  severity === 'warning' || rule === LOOSE || (rule === UNDATED && !assertion);

/** The findings that are left, and one for each waiver that lets nothing pass. */
export function withoutWaived(
  findings: readonly Finding[],
  { waivers, source }: ReportSource,
  head: { allow: FrontMatter['allow'] } & Pick<CheckedYaml<FrontMatter>, 'placeOf'>,
): Finding[] {
  const used = new Set<unknown>();
  const left = findings.filter((finding) => {
    if (!canPass(finding)) return true;
    const byLine = finding.path === source.path ? waivers.get(finding.line ?? 0) : undefined;
    const byWords = head.allow.find(({ text }) => finding.message.includes(text));
    const waiver = byLine ?? byWords;
    if (waiver) used.add(waiver);
    return !waiver;
  });
  for (const waiver of waivers.values())
    if (!used.has(waiver))
      left.push(warning('waiver-unused', source.placeOf(waiver.offset), 'nothing on this line is let pass by this comment. Take it away.'));
  for (const [i, entry] of head.allow.entries())
    if (!used.has(entry) && !source.text.slice(source.text.indexOf('\n---')).includes(entry.text))
      left.push(
        warning(
          'waiver-unused',
          head.placeOf('allow', String(i)),
          `'${entry.text}' is allowed, and does not stand in the report. Take it away.`,
        ),
      );
  return left;
}
