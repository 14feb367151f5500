/** Every yield. */
import { table } from './tables.js';

process.stdout.write(JSON.stringify(table('treasury-yields')));
