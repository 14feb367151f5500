/** The settings of the desk in force, for tests that open none. */
import { putInForce } from '../../src/settings.ts';
import { readSettings } from '../../src/settings-file.ts';

putInForce(readSettings('content').settings);
