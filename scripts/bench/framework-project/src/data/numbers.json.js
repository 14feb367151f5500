/** The numbers in the text of every report, by report and metric. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './tables.js';

const WINDOWS = ['1d', '5d', '10d', '20d', '60d', 'mtd', 'ytd', '1y'];
const YIELD_WINDOWS = ['5d', '20d', '60d', 'ytd'];

const closes = table('us-equity-indices');
const yields = table('treasury-yields');

function numbersOn(day) {
  const end = lastOnOrBefore(closes, day);
  const endOfYields = lastOnOrBefore(yields, day);
  const move = (key, window) => closes[end][key] / baseOf(closes, end, window)[key] - 1;
  const change = (window) => (yields[endOfYields].ust2y - baseOf(yields, endOfYields, window).ust2y) * 100;
  return Object.fromEntries([
    ...WINDOWS.map((window) => [`return(rut, ${window})`, move('rut', window)]),
    ...WINDOWS.map((window) => [`return(rut, ${window}) - return(spx, ${window})`, move('rut', window) - move('spx', window)]),
    ...YIELD_WINDOWS.map((window) => [`change(ust2y, ${window})`, change(window)]),
  ]);
}

/** The row that a move over a window is measured from. */
function baseOf(rows, end, window) {
  const sessions = /^(\d+)d$/.exec(window);
  if (sessions) return rows[end - Number(sessions[1])];
  const { date } = rows[end];
  const before = {
    mtd: `${date.slice(0, 7)}-00`,
    ytd: `${date.slice(0, 4)}-00-00`,
    '1y': `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`,
  };
  return rows[lastOnOrBefore(rows, before[window])];
}

/** Days are written so that their order is that of their letters. */
const lastOnOrBefore = (rows, day) => rows.findLastIndex(({ date }) => date <= day);

const reports = readdirSync(join(import.meta.dirname, '../reports')).map((file) => file.replace(/\.md$/, ''));
process.stdout.write(JSON.stringify(Object.fromEntries(reports.map((report) => [report, numbersOn(report.slice(0, 10))]))));
