/** The edge of the settings: `settings.yaml` of a content folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedYaml, parseCheckedYaml } from './checked-yaml.ts';
import { Fault, type Finding } from './finding.ts';
import { type Settings, settingsOf, settingsSchema, type WrittenSettings } from './settings.ts';

export interface SettingsFile {
  settings: Settings;
  /** What is written and where; null where there is no such file, or one with a fault. */
  written: CheckedYaml<WrittenSettings> | null;
  findings: readonly Finding[];
}

export const settingsPath = (content: string): string => join(content, 'settings.yaml');

let last: { of: string; file: SettingsFile } | undefined;

/**
 * The settings of a content folder: the general ones where it has no file, or (and findings) one with a fault. The same object for as
 * long as the file is the same.
 * @param ids series of the desk
 */
export function readSettings(content: string, ids?: readonly string[]): SettingsFile {
  const path = settingsPath(content);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const of = JSON.stringify([path, text, ids]);
  if (last?.of !== of) last = { of, file: parseSettings(text, path, ids) };
  return last.file;
}

function parseSettings(text: string | null, path: string, ids?: readonly string[]): SettingsFile {
  const general = (): Settings => settingsOf(settingsSchema.parse({}), ids);
  if (text === null) return { settings: general(), written: null, findings: [] };
  try {
    const written = parseCheckedYaml(text, path, settingsSchema);
    return { settings: settingsOf(written.value, ids), written, findings: [] };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { settings: general(), written: null, findings: fault.findings };
  }
}

/** Where the site is published: the environment's SITE and BASE, or the address of the settings. */
export function placeOfSite({ address }: Settings, { SITE, BASE }: Record<string, string | undefined>): { site: string; base: string } {
  return { site: SITE || address.origin, base: BASE || address.pathname.replace(/(?<=.)\/$/, '') };
}
