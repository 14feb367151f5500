/** A PostCSS plugin that gives the style sheets the colours and the name of the desk: the content security policy allows no inline style. */

import { resolve } from 'node:path';
import type { Plugin } from 'postcss';
import { deskStyle } from '../charts/desk-style.ts';
import { readSettings, settingsPath } from '../settings-file.ts';
import { foldersFrom } from './desk.ts';

export function deskStyles(): Plugin {
  return {
    postcssPlugin: 'desk-styles',
    Once(root, { postcss, result }) {
      const { content } = foldersFrom();
      // In the preview a change of the settings makes the style sheets anew.
      const file = resolve(settingsPath(content));
      result.messages.push({ type: 'dependency', plugin: 'desk-styles', file, parent: result.opts.from });
      const css = root.toString();
      const styled = deskStyle(css, readSettings(content).settings);
      if (styled !== css) root.removeAll().append(postcss.parse(styled, { from: result.opts.from }));
    },
  };
}
