/**
 * The search index of a built site, `pagefind/`, from the pages whose <main> says what they are found as.
 * Its bytes depend on the pages alone. Only what a browser loads is written: none of Pagefind's own boxes and styles.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { error, Fault } from '../src/finding.ts';

const LOADED = /^(pagefind\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\..+\.pagefind|(fragment|index|filter)\/.+)$/;

/** What stands in a page a second time, or is no text: not searched. */
const LEFT_OUT = [
  'svg',
  'nav',
  'details',
  '.unseen',
  '.mark',
  '.strip',
  '.view',
  '.since-beside',
  '.audit',
  '.figure__actions',
  '.formula',
  '.formula__words',
  '.legend',
].concat(['claims', 'cite', 'workings'].map((section) => `[aria-labelledby="${section}"]`));

/** @param folder the built site; the index is added to it */
export async function writeSearchIndex(folder: string): Promise<void> {
  try {
    const { index, errors: unmade } = await createIndex({ excludeSelectors: LEFT_OUT });
    const indexed = await index?.addDirectory({ path: folder });
    const { files = [], errors: unwritten = [] } = (await index?.getFiles()) ?? {};
    const faults = [...unmade, ...(indexed?.errors ?? []), ...unwritten];
    if (faults.length > 0) throw new Fault(error('search', { path: folder }, `the pages could not be indexed: ${faults.join(' ')}`));
    for (const { path, content } of files.filter(({ path }) => LOADED.test(path))) {
      const target = join(folder, 'pagefind', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } finally {
    await close();
  }
}
