/**
 * A real Chromium, without a download: the one CHROMIUM_PATH names, else the one inside the package @sparticuz/chromium
 * (unpacked once into node_modules/.cache), else one that is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

interface Executable {
  path: string;
  /** Environment it needs to start. */
  env: Record<string, string>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** @throws Error where there is no Chromium to be had */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
    env: { ...definedEnvironment(), ...env },
  });
}

/** Unpacks the packaged Chromium where that is the one to use, so that browsers can then start side by side. */
export async function findChromium(): Promise<Executable> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { path: named, env: {} };
  const candidates = [
    process.platform === 'linux' && process.arch === 'x64' ? await unpack() : null,
    ...INSTALLED.map((path) => ({ path, env: {} })),
  ];
  const found = candidates.find((candidate) => candidate !== null && starts(candidate));
  if (!found) throw new Error('There is no Chromium that starts. Install one, or name one in CHROMIUM_PATH.');
  return found;
}

/** The package's browser, and its own nss libraries for a system that has none. */
async function unpack(): Promise<Executable | null> {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as { version: string };
  const cache = resolve('node_modules/.cache/chromium');
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const staging = mkdtempSync(join(cache, 'unpacking-'));
    const before = process.env.TMPDIR;
    process.env.TMPDIR = staging; // where the package unpacks to
    try {
      const { default: packaged, inflate } = await import('@sparticuz/chromium');
      await packaged.executablePath();
      await inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
      renameSync(staging, folder);
    } catch (fault) {
      rmSync(staging, { recursive: true, force: true });
      if (!existsSync(folder)) throw fault; // another process may have been first
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }
  const path = join(folder, 'chromium');
  const plain = { path, env: {} };
  return starts(plain) ? plain : { path, env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') } };
}

function starts({ path, env }: Executable): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { env: { ...process.env, ...env } }).status === 0;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
