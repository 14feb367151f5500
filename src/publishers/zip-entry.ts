/** The one CSV of a zip archive, unpacked in memory: nothing is written, and nothing over the limit is unpacked. */
import { unzipSync } from 'fflate';
import { error, Fault, type Finding } from '../finding.ts';
import type { Body } from './publisher-kind.ts';

/** Largest file that is unpacked, in bytes. */
const unpackedLimit = 100_000_000;

/** @throws Fault for what is no zip, a name that climbs out of a folder, none or several CSVs, a file over the limit */
export function csvEntry({ address, bytes }: Body, limit = unpackedLimit): Uint8Array {
  const names: string[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(name))
          throw new Fault(entryFault('zip-path', address, `'${name}' leads out of its folder`));
        if (!/\.csv$/i.test(name)) return false;
        names.push(name);
        if (originalSize > limit)
          throw new Fault(entryFault('zip-size', address, `'${name}' unpacks to ${originalSize} bytes, over the limit of ${limit}`));
        return names.length === 1;
      },
    });
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(error('zip', { path: address }, `this is not a whole zip archive: ${(cause as Error).message}. Fetch it again.`));
  }
  if (names.length !== 1)
    throw new Fault(
      entryFault('zip-entry', address, `one CSV is expected, and there ${names.length === 0 ? 'is none' : `are ${names.join(', ')}`}`),
    );
  return files[names[0]];
}

function entryFault(rule: string, path: string, what: string): Finding {
  return error(rule, { path }, `${what}. Look at the archive before it is used, and drop in a table by hand.`);
}
