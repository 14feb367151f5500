/** The edge of the settings: `settings.yaml` of a content folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedYaml, readCheckedYaml } from './checked-yaml.ts';
import type { Finding } from './finding.ts';
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
 * The settings of a content folder: the general ones where it has none, or (and findings) one with a fault. The same object for as
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
  if (text === null) return { settings: settingsOf(settingsSchema.parse({}), ids), written: null, findings: [] };
  const { value, known, findings, placeOf } = readCheckedYaml(text, path, settingsSchema);
  // Without the keys that have a fault: a slip in one does not make it another site.
  const sound = value ?? settingsSchema.safeParse(known).data ?? settingsSchema.parse({});
  return { settings: settingsOf(sound, ids), written: value === null ? null : { value, placeOf }, findings };
}

/** Where the site is published: the environment's SITE and BASE, or the address of the settings. */
export function placeOfSite({ address }: Settings, { SITE, BASE }: Record<string, string | undefined>): { site: string; base: string } {
  return { site: SITE || address.origin, base: BASE || address.pathname.replace(/(?<=.)\/$/, '') };
}
