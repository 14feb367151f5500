import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../src/data/calendar.ts';
import { dayOf } from '../../../src/data/day.ts';
import { formatFinding } from '../../../src/finding.ts';
import { validateTable } from '../../../src/publishers/validate.ts';
import { csv, findings, resource, rulesIn } from '../../support/tables.ts';

describe('values', () => {
  it('refuses what is not a number, in a table that did not come from a CSV', () => {
    const table = { columns: ['vix'], days: [dayOf('2024-07-16')], cells: [['1,319']] };
    expect(validateTable(table, resource('volatility'), readCalendar('data'), 'x.csv').map(formatFinding)).toEqual([
      "x.csv:2:12  error number  vix is '1,319' on 2024-07-16. A cell holds digits with a point before decimals, or nothing. Leave it empty where a value is missing.",
    ]);
  });

  it.each([
    ['volatility', 'date,vix\n2024-07-16,0\n', "12  error range  vix is 0 on 2024-07-16. It can't be zero."],
    ['volatility', 'date,vix\n2024-07-16,-13.19\n', "12  error range  vix is -13.19 on 2024-07-16. It can't be under 0."],
    ['us-equity-indices', 'date,rut,spx\n2024-07-16,2263.67,0.00\n', "20  error range  spx is 0.00 on 2024-07-16. It can't be zero."],
    [
      'treasury-yields',
      'date,ust2y,ust10y\n2024-07-16,4.43,20.01\n',
      "17  error range  ust10y is 20.01 on 2024-07-16. It can't be over 20.",
    ],
    [
      'treasury-yields',
      'date,ust2y,ust10y\n2024-07-16,-1.01,4.17\n',
      "12  error range  ust2y is -1.01 on 2024-07-16. It can't be under -1.",
    ],
  ])('in %s: %j', (name, text, expected) => {
    expect(findings(name, text)).toEqual([`x.csv:2:${expected} Compare it with the publisher, or leave the cell empty.`]);
  });

  it('holds prices, volumes and yields to what they can be without a declared bound', () => {
    const undeclared = (name: string) => {
      const { fields } = resource(name);
      return resource(name, { fields: fields.map(({ minimum: _minimum, maximum: _maximum, ...field }) => field) });
    };
    expect(rulesIn(undeclared('volatility'), 'date,vix\n2024-07-16,-13.19\n')).toEqual(['range 2']);
    expect(rulesIn(undeclared('treasury-yields'), 'date,ust2y,ust10y\n2024-07-16,443,4.17\n')).toEqual(['range 2']);
    const volumes = 'date,equity_calls,equity_puts,etp_calls,etp_puts,index_calls,index_puts\n2024-07-16,1,1,1,1,1,-1\n';
    expect(rulesIn(undeclared('cboe-option-volume'), volumes)).toEqual(['range 2']);
  });

  it('lets the bounds themselves pass, a target of zero, a day without contracts, a gap', () => {
    expect(findings('treasury-yields', 'date,ust2y,ust10y\n2024-07-16,-1,20\n')).toEqual([]);
    expect(findings('fed-decisions', 'date,fed_lower,fed_upper\n2020-03-15,0.00,0.25\n')).toEqual([]);
    expect(
      findings(
        'cboe-option-volume',
        'date,equity_calls,equity_puts,etp_calls,etp_puts,index_calls,index_puts\n2023-11-24,0,1,1,1,1,1\n2023-11-27,,1,1,1,1,1\n',
      ),
    ).toEqual([]);
  });

  it('sees an index that copies its close twice running, once a run, not once', () => {
    const table = (closes: number[]) => csv('ixic', '2024-07-08', closes);
    expect(findings('nasdaq-composite', table([18403.74, 18429.29, 18429.29, 18429.29, 18429.29]))).toEqual([
      "x.csv:5:12  error copied  ixic is 18429.29 on 2024-07-11, as on the 2 sessions before. An index does not close unchanged twice running. Get the day's own close, or leave the cell empty.",
    ]);
    expect(findings('nasdaq-composite', table([18403.74, 18429.29, 18429.29, 18647.45]))).toEqual([]);
  });

  it('lets a future stand still, and a yield', () => {
    expect(findings('fed-funds-futures', csv('zqu24,zqz24', '2024-07-08', ['94.8,95', '94.8,95', '94.8,95', '94.8,95']))).toEqual([]);
    expect(findings('treasury-yields', csv('ust2y,ust10y', '2014-05-05', ['0.4,2.6', '0.4,2.6', '0.4,2.6']))).toEqual([]);
  });
});
