/** Before any test: a browser that starts, and the site built from the sources as they are. */
import { spawnSync } from 'node:child_process';
import { findChromium } from '../../scripts/browser.ts';

export default async function setup(): Promise<void> {
  await findChromium();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: { ...process.env, SITE: '', BASE: '' },
  });
  if (status !== 0) throw new Error(`the site could not be built:\n${stdout}\n${stderr}`);
}
