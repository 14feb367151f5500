/** Every close, with its distance from the average of 200 sessions. */
import { table } from './tables.js';

const AVERAGE = 200;

let sum = 0;
const closes = table('us-equity-indices').map((row, i, rows) => {
  sum += row.rut - (rows[i - AVERAGE]?.rut ?? 0);
  return { ...row, distance: i < AVERAGE - 1 ? null : Number((row.rut / (sum / AVERAGE) - 1).toFixed(5)) };
});
process.stdout.write(JSON.stringify(closes));
