import type { RuleSetExample } from '../../contract/methods.ts';
import type { Point } from '../../contract/series.ts';
import { analyseXmr } from '../../stats/spc/xmr.ts';
import { monthRange } from '../../stats/time/calendar.ts';
import { describeSpc } from '../judge/describe-spc.ts';
import { readingsOf } from './rule-set-examples.ts';

const steady = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 10 : 12));
/** Two near a limit with one beyond it, five rising, and seven on one side and rising about a missing month. */
const values: readonly (number | null)[] = [
  ...steady,
  ...[15, 10, 17, 10, 12],
  ...[9, 10.2, 10.4, 11.5, 12.5, 10],
  ...[12, 12.2, 12.5, null, 12.6, 12.8, 13, 11.5],
];

/** A made-up series on which the programs part, so that their differences can be seen whatever the live data hold. */
export function madeUpExample(): RuleSetExample {
  const months = monthRange('2020-04', '2030-03').slice(0, values.length);
  const points = months.map((period, i): Point => {
    const value = values[i];
    return value === null
      ? { period, value, n: 0, status: [], absent: 'not-collected' }
      : { period, value, n: 1, status: [] };
  });
  const xmr = analyseXmr(
    months.map((at, i) => ({ at, value: values[i] })),
    { grain: 'month' },
  );
  const own = describeSpc({ points, xmr, waiting: [] }, months);
  return {
    madeUp: true,
    metric: null,
    title: 'A made-up series that shows where the programs part',
    parameters: {},
    unit: 'count',
    decimals: 1,
    points,
    note: 'Made up: 24 steady months, then one pattern after another, one of them about a missing month.',
    readings: readingsOf(own, points, steady.length),
  };
}
