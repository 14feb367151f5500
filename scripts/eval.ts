/** `npm run eval`: what a metric is on a day, where it stands, and what may be said of it. */
import { answerLines } from '../src/reports/answer-lines.ts';
import { answerOf } from '../src/reports/metric-answer.ts';
import { answerEach, askCommand, askedOf, finishAsked } from './ask-command.ts';
import { run } from './command.ts';

const program = askCommand('eval', 'Evaluate metrics: value, window, rank, and the phrases that are true of them, ready to paste.')
  .argument('<expressions...>', 'metrics such as "return(rut, 5d)", each in quotes')
  .option(
    '--say <words>',
    'hold a phrase of yours against the metric; may stand several times',
    (words: string, before: string[]) => [...before, words],
    [],
  );

await run(program, () => {
  const { desk, at } = askedOf(program);
  const { answers, findings } = answerEach(program.args, (expression) => answerOf(expression, at, desk, program.opts().say));
  const told = answers.flatMap(({ said }) => said.flatMap((one) => one.findings));
  finishAsked(program, answers, findings, answerLines, told);
});
