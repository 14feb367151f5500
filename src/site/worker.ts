/** Where a worker begins: what it loads is taken compiled from the last time. */
import { enableCompileCache } from 'node:module';
import { memoryFolder } from '../memory/shelf.ts';

enableCompileCache(`${memoryFolder()}/compiled`);
await import('./render-worker.ts');
