/** What is told where a limit is met, whichever engine met it. */
import type { Fault } from '../../finding.ts';
import type { SqlQuestion } from './question.ts';
import { sqlFault } from './sql-finding.ts';

type Asked = Pick<SqlQuestion, 'resource' | 'address' | 'limits'>;

export function tooLate(asked: Asked): Fault {
  const { seconds } = asked.limits;
  const what = `there was no whole answer within ${seconds} second${seconds === 1 ? '' : 's'}`;
  return sqlFault('limit', asked, what, "Ask for less, or raise 'seconds' under 'limits'.");
}

export function tooManyRows(asked: Asked): Fault {
  const what = `the answer has more than ${asked.limits.rows} rows`;
  return sqlFault('limit', asked, what, "Group the rows by day in the query, or raise 'rows' under 'limits'.");
}

export function tooMuchMemory(asked: Asked, said: string): Fault {
  const what = `the query needs more memory than it may have: ${said}`;
  return sqlFault('limit', asked, what, "Ask for less, or raise 'memory' under 'limits'.");
}
