/** All files of the site that pages make, by workers: as many as there are processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { error, Fault } from '../finding.ts';
import type { Made, RenderTask, Told } from './render-worker.ts';

export interface Rendered {
  made: Made[];
  /** By the names of what pages read: its digest. */
  parts: Record<string, string>;
  warnings: string[];
}

/** Megabytes of a worker. The engine takes what it is given before it looks for what it could do without. */
const LIMITS = { maxOldGenerationSizeMb: 1000, maxYoungGenerationSizeMb: 64 };

/**
 * @param environment what the workers have as theirs
 * @throws Fault where a page throws: then no other is begun
 */
export async function renderSite(
  task: Omit<RenderTask, 'next'>,
  environment: NodeJS.ProcessEnv,
  workers = availableParallelism(),
): Promise<Rendered> {
  const next = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const rendered: Rendered = { made: [], parts: {}, warnings: [] };
  await Promise.all(Array.from({ length: workers }, () => runWorker({ ...task, next }, environment, rendered)));
  // Workers tell of files in the order in which they were done.
  rendered.made.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...rendered, warnings: [...new Set(rendered.warnings)].sort() };
}

function runWorker(task: RenderTask, environment: NodeJS.ProcessEnv, rendered: Rendered): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, env: environment, resourceLimits: LIMITS });
  return new Promise((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (told.kind === 'made') rendered.made.push(...told.made);
      else if (told.kind === 'warning') rendered.warnings.push(told.message);
      else Object.assign(rendered.parts, told.parts);
    });
    worker.on('error', (fault) => {
      // The others find nothing left to take.
      Atomics.store(new Int32Array(task.next), 0, 2 ** 30);
      console.error(fault);
      reject(
        new Fault(error('site', { path: 'src/pages' }, 'a page could not be made, and the site is as it was. The reason stands above.')),
      );
    });
    worker.on('exit', () => resolve());
  });
}
