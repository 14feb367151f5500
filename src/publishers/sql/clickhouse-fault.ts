import { Fault } from '../../finding.ts';
import { tooLate, tooManyRows, tooMuchMemory } from './limit-faults.ts';
import type { SqlQuestion } from './question.ts';
import { CORRECT_QUERY, inOneLine, sqlFault } from './sql-finding.ts';

/** ClickHouse's own numbers of what went wrong, by our rule. */
const CODES = {
  refused: [192, 193, 194, 497, 516],
  'read-only': [164],
  timeout: [159, 160],
  rows: [158, 307, 396],
  memory: [241],
  constraint: [452],
  shard: [209, 210, 279, 519],
} as const;

type Known = keyof typeof CODES;

/** What ClickHouse refused, or why it could not be asked, in our words where it is known. */
export function clickhouseFault(failure: unknown, question: SqlQuestion, username: string): unknown {
  // A TypeError is a defect of this program.
  if (failure instanceof Fault || failure instanceof TypeError || !(failure instanceof Error)) return failure;
  const code = codeOf(failure);
  const said = inOneLine(
    failure.message.replace(/^Code: \d+[,.] (?:e\.displayText\(\) = )?(?:DB::Exception: )?/, '').replace(/, e\.what\(\) = .*$/s, ''),
  );
  const fault = (rule: string, what: string, advice: string): Fault => sqlFault(rule, question, what, advice);
  if (code === null) {
    if (/timeout error/i.test(failure.message)) return tooLate(question);
    return fault(
      'connection',
      `there is no ClickHouse that answers (${said})`,
      "Check 'url' in the declaration or MTM_CLICKHOUSE_URL, and whether the server runs.",
    );
  }
  switch ((Object.keys(CODES) as Known[]).find((known) => (CODES[known] as readonly number[]).includes(code))) {
    case 'refused':
      return fault(
        'refused',
        `the server refuses the user '${username}': ${said}`,
        'Set MTM_CLICKHOUSE_USER and MTM_CLICKHOUSE_PASSWORD, and let the user read the tables.',
      );
    case 'read-only':
      return fault(
        'read-only',
        `the query does more than read: ${said}`,
        'Write one SELECT, without table functions and without SETTINGS.',
      );
    case 'timeout':
      return tooLate(question);
    case 'rows':
      return tooManyRows(question);
    case 'memory':
      return tooMuchMemory(question, said);
    case 'constraint':
      return fault('limit', `the server allows less than 'limits' asks for: ${said}`, 'Lower it in the declaration.');
    case 'shard':
      return fault(
        'connection',
        `a shard of the cluster does not answer: ${said}`,
        'Nothing is taken from the others alone. Try again when it does.',
      );
    default:
      return fault('query', `ClickHouse refuses the query: ${said}`, CORRECT_QUERY);
  }
}

/** Newer servers' errors have a code of their own; those of older ones only say it. */
function codeOf(failure: Error): number | null {
  const own = 'code' in failure && /^\d+$/.test(String(failure.code)) ? String(failure.code) : /^Code: (\d+)/.exec(failure.message)?.[1];
  return own === undefined ? null : Number(own);
}
