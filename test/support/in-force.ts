/**
 * Before each test file: the settings and the library of the desk in force. Files share the modules of a process, and with them what
 * the file before put in force.
 */
import { useLibrary } from '../../src/reports/library.ts';
import { putInForce } from '../../src/settings.ts';
import { readSettings } from '../../src/settings-file.ts';

putInForce(readSettings('content').settings);
useLibrary(null);
