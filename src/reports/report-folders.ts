/** The folders of reports: each holds an index.mdx, under a name in small letters whose words no other has. */
import { error, type Finding } from '../finding.ts';

/** What stands in the folder of reports: folders with the names of their files, and files that are in none. */
export interface ReportFolders {
  folders: readonly { name: string; path: string; files: readonly string[] }[];
  loose: readonly { name: string; path: string }[];
}

const DATE = '2024-07-17-'.length;

export function folderFindings({ folders, loose }: ReportFolders): Finding[] {
  const taken = new Map<string, string>();
  return [
    ...loose.map(({ name, path }) =>
      error(
        'report-folder',
        { path },
        `a report is a folder with an index.mdx. Move this file to ${name.replace(/\.mdx?$/, '')}/index.mdx.`,
      ),
    ),
    ...folders.flatMap(({ name, path, files }) => {
      if (!files.includes('index.mdx')) return [error('report-folder', { path }, noIndex(files))];
      const words = name.slice(DATE).toLowerCase();
      const twin = taken.get(words);
      taken.set(words, twin ?? name);
      const place = { path: `${path}/index.mdx` };
      if (twin?.toLowerCase() === name.toLowerCase())
        return [
          error(
            'duplicate-slug',
            place,
            `the folders '${twin}' and '${name}' differ only in their capitals, and would share an address. Rename or merge one.`,
          ),
        ];
      if (twin !== undefined && words !== '')
        return [
          error(
            'duplicate-slug',
            place,
            `the folder '${twin}' has the same words on another day. Give one of them other words, so that a reader can tell their addresses apart.`,
          ),
        ];
      return name === name.toLowerCase()
        ? []
        : [error('slug', place, `an address has no capitals. Name the folder ${name.toLowerCase()}.`)];
    }),
  ];
}

function noIndex(files: readonly string[]): string {
  const other = files.find((file) => /\.mdx?$/.test(file));
  return other
    ? `there is no index.mdx in this folder. Rename ${other} to index.mdx.`
    : "there is no index.mdx in this folder. Take the folder away, or begin a report with 'npm run new'.";
}
