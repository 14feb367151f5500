/** The benchmarks, in the order in which `npm run bench` runs them. */
import { check } from './check.ts';
import { framework } from './framework.ts';
import { history } from './history.ts';
import { metrics } from './metrics.ts';
import { preview } from './preview.ts';
import { reader } from './reader.ts';
import type { Subject } from './result.ts';
import { site } from './site.ts';
import { tape } from './tape.ts';

export const subjects: readonly Subject[] = [check, metrics, history, tape, preview, reader, site, framework];
