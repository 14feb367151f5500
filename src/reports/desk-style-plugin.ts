/** A PostCSS plugin that gives the style sheets the colours and the name of the desk: the content security policy allows no inline style. */
import { resolve } from 'node:path';
import { deskStyle } from '../charts/desk-style.ts';
import { readSettings, settingsPath } from '../settings-file.ts';
import { foldersFrom } from './desk.ts';

/** What we use of PostCSS. */
interface Root {
  toString(): string;
  removeAll(): this;
  append(nodes: Root): unknown;
}

interface Helpers {
  postcss: { parse(css: string, options: { from?: string }): Root };
  result: { messages: object[]; opts: { from?: string } };
}

interface StylePlugin {
  postcssPlugin: string;
  Once(root: Root, helpers: Helpers): void;
}

export function deskStyles(): StylePlugin {
  return {
    postcssPlugin: 'desk-styles',
    Once(root, { postcss, result }) {
      const { content } = foldersFrom();
      const { from } = result.opts;
      // In the preview a change of the settings makes the style sheets anew.
      result.messages.push({ type: 'dependency', plugin: 'desk-styles', file: resolve(settingsPath(content)), parent: from });
      const css = root.toString();
      const styled = deskStyle(css, readSettings(content).settings);
      if (styled !== css) root.removeAll().append(postcss.parse(styled, { from }));
    },
  };
}
