/** A clock that is wrong: rows that have not come are refused, and no snapshot is made of an earlier day than it says. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/command.ts';
import { before, differences, filesIn, makeDesk } from './desk.ts';
import { begin, refresh } from './run.ts';

it.each([
  [
    'a day behind the last row',
    '2024-07-16T20:00:00Z',
    ['--id', '2024-07-18'],
    'error future-date  2024-07-17 has not come: it is 2024-07-16',
  ],
  ['years behind', '2001-01-01T12:00:00Z', ['--id', '2024-07-18'], 'error future-date  2024-06-20 has not come: it is 2001-01-01'],
  ['at the beginning of time', '1970-01-01T00:00:00Z', [], 'error future-date'],
  ['at noon of the last row', '2024-07-17T16:00:00Z', ['--id', '2024-07-18'], 'error unfinished-session'],
])('a clock %s keeps the tables out', async (_name, clock, args, message) => {
  const desk = makeDesk(temporaryFolder());
  const start = filesIn(desk.data);
  const { status, stderr } = await begin(desk, ['--from', desk.tables, ...args], { clock }).ended;
  expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(differences(start, filesIn(desk.data))).toEqual([]);
});

it('a clock in another time zone makes the snapshot of the day it is in New York', async () => {
  const desk = makeDesk(temporaryFolder());
  // In Tokyo it is the 19th already.
  const { status } = await begin(desk, ['--from', desk.tables], { clock: '2024-07-18T23:30:00Z' }).ended;
  expect([status, readdirSync(join(desk.data, 'snapshots'))]).toEqual([0, [before, '2024-07-18']]);
});

it('a clock that is set back does not put a snapshot before one that there is', async () => {
  const desk = makeDesk(temporaryFolder());
  expect((await refresh(desk, ['--from', desk.tables])).status).toBe(0);
  const start = filesIn(desk.data);
  const { status } = await begin(desk, ['--from', desk.tables], { clock: '2024-07-17T23:30:00Z' }).ended;
  expect([status, differences(start, filesIn(desk.data))]).toEqual([1, []]);
});
