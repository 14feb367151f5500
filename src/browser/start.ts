/** All that script adds to a page. Every page reads wholly without it, and each part works without the others. */
import { startContents } from './contents.ts';
import { startCopy } from './copy.ts';
import { startCrosshair } from './crosshair.ts';
import { startNumberCards } from './number-cards.ts';
import { startTheme } from './theme.ts';

for (const start of [startTheme, startNumberCards, startCrosshair, startContents, startCopy]) {
  try {
    start();
  } catch (fault) {
    reportError(fault);
  }
}
