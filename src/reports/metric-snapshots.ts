/** One metric on one day, as each snapshot has it. */
import type { Day } from '../data/day.ts';
import type { Snapshot } from '../data/snapshot.ts';
import { type Context, evaluateAt } from '../metrics/evaluate.ts';
import { ExpressionError } from '../metrics/expression.ts';
import { withoutNoise } from '../metrics/format.ts';
import { combine, type Unit } from '../metrics/units.ts';

export interface SnapshotValue {
  id: string;
  value: number;
  unit: Unit;
  /** Less the published value; null where it is the same. */
  difference: { value: number; unit: Unit } | null;
}

/** In the order of the snapshots; those without an answer are left out. */
export function valuesBySnapshot(
  metric: string,
  at: Day,
  published: number,
  snapshots: readonly Snapshot[],
  { calendar, named }: Omit<Context, 'snapshot' | 'asOf'>,
): SnapshotValue[] {
  return snapshots.flatMap((snapshot) => {
    try {
      const { value, unit } = evaluateAt(metric, at, { calendar, named, snapshot, asOf: at });
      return [{ id: snapshot.id, value, unit, difference: differenceOf(value, published, unit) }];
    } catch (fault) {
      if (fault instanceof ExpressionError) return [];
      throw fault;
    }
  });
}

function differenceOf(value: number, published: number, unit: Unit): SnapshotValue['difference'] {
  if (withoutNoise(value) === withoutNoise(published)) return null;
  const { unit: of, scale } = combine('-', unit, unit) ?? { unit, scale: 1 };
  return { value: (value - published) * scale, unit: of };
}
