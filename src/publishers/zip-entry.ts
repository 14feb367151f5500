/** The one CSV of a zip archive, unpacked in memory: nothing is written, and nothing over the limit is unpacked. */
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import { error, Fault, type Finding } from '../finding.ts';
import type { Body } from './publisher-kind.ts';

/** Largest file that is unpacked, in bytes. */
const unpackedLimit = 100_000_000;

/** How an entry of the archive's directory begins; its checksum stands at the 16th byte. */
const directoryEntry = Buffer.from('PK\u0001\u0002', 'latin1');

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
  const content = files[names[0]];
  if (!isListed(content, bytes)) {
    throw new Fault(error('zip', { path: address }, `'${names[0]}' does not have the checksum that the archive gives it. Fetch it again.`));
  }
  return content;
}

/** True where the directory of the archive has the checksum of this content: it is whole, and no bit of it has changed. */
function isListed(content: Uint8Array, { buffer, byteOffset, byteLength }: Uint8Array): boolean {
  const archive = Buffer.from(buffer, byteOffset, byteLength);
  const checksum = crc32(content);
  for (let at = archive.indexOf(directoryEntry); at >= 0; at = archive.indexOf(directoryEntry, at + 1)) {
    if (at + 20 <= byteLength && archive.readUInt32LE(at + 16) === checksum) return true;
  }
  return false;
}

function entryFault(rule: string, path: string, what: string): Finding {
  return error(rule, { path }, `${what}. Look at the archive before it is used, and drop in a table by hand.`);
}
