/** Whether the series are still what they were: prices never become total returns, nor points percent, under one id. */

import type { Check } from './checked-table.ts';
import { found, type Rule } from './rule.ts';

const changedMeaning: Rule = {
  name: 'changed-meaning',
  severity: 'error',
  trips: 'A series of the snapshot before has another basis (price, total return, …) or another unit in its declaration now.',
  threshold: '',
  remedy: 'Give the new series an id of its own; reports ask for series by their id.',
};

export const identity: Check = {
  rules: [changedMeaning],
  findings: ({ described, resource, path }) => {
    if (!described) return [];
    const { basis, units } = described;
    const told = (what: string): string => `${what} ${changedMeaning.remedy}`;
    return [
      ...(basis === resource.basis
        ? []
        : [
            found(
              changedMeaning,
              { path },
              told(`${resource.name} is declared as ${resource.basis}, and was ${basis} in the snapshot before.`),
            ),
          ]),
      ...resource.fields.flatMap(({ name, unit }) => {
        const before = units.get(name);
        if (before === undefined || before === unit) return [];
        return [found(changedMeaning, { path }, told(`${name} is declared in ${unit}, and was in ${before} in the snapshot before.`))];
      }),
    ];
  },
};
