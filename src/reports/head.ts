/** The head of a report, read by itself: whatever is wrong with the text below it. */
import { type ReadYaml, readCheckedYaml } from '../checked-yaml.ts';
import type { ReportFile } from './compile.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter.ts';

const HEAD = /^---\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/;

/** The last reading of each file. */
const readings = new Map<string, { text: string; head: ReadYaml<FrontMatter> }>();

/** What stands between the dashes. A report without them is told of where its text is read. */
export function readHead({ text, path }: Pick<ReportFile, 'text' | 'path'>): ReadYaml<FrontMatter> {
  const last = readings.get(path);
  const head = last?.text === text ? last.head : readAnew(text, path);
  readings.set(path, { text, head });
  return head;
}

function readAnew(text: string, path: string): ReadYaml<FrontMatter> {
  const head = HEAD.exec(text.replaceAll('\r\n', '\n'));
  const read = readCheckedYaml(head?.[1] ?? '', path, frontMatterSchema, 2);
  return head ? read : { ...read, findings: [] };
}
