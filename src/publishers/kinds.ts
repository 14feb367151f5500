import { cboeIndex } from './cboe-index.ts';
import { cboeOptionVolume } from './cboe-option-volume.ts';
import { csv } from './csv.ts';
import type { FetchKind } from './fetch-declaration.ts';
import { kenFrench } from './ken-french.ts';
import { occVolume } from './occ-volume.ts';
import type { PublisherKind } from './publisher-kind.ts';
import { treasuryYields } from './treasury-yields.ts';

/** What stands under `kind` of a declaration, and the file that knows it. */
export const kinds: { [K in FetchKind]: PublisherKind<K> } = {
  'treasury-yields': treasuryYields,
  'cboe-index': cboeIndex,
  'cboe-option-volume': cboeOptionVolume,
  'occ-volume': occVolume,
  'ken-french': kenFrench,
  csv,
};
