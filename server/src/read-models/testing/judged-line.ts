import type { Point } from '../../contract/series.ts';
import { addMonths } from '../../metrics/periods.ts';
import { type Counts, meanCounts, withholdLimits } from '../../stats/spc/sparse.ts';
import { analyseXmr } from '../../stats/spc/xmr.ts';
import type { JudgedLine } from '../judge/judge-lines.ts';
import type { LineSetting } from '../judge/line-setting.ts';

export const firstMonth = '2021-04';

/**
 * A judged line of monthly values from April 2021 on, the last `provisional` of them not settled;
 * `countsOf` says what a value was counted from.
 */
export function judgedLine(
  values: readonly (number | null)[],
  setting: Partial<LineSetting> = {},
  provisional = 0,
  countsOf: (value: number) => Counts | null = () => null,
): JudgedLine {
  const months = values.map((_, i) => addMonths(firstMonth, i));
  const unsettled = new Set(months.slice(months.length - provisional));
  const points = values.map((value, i): Point => ({ period: months[i], value, n: 100, status: [] }));
  const whole: LineSetting = {
    polarity: 'lower-is-better',
    cuts: [],
    baseline: { kind: 'first-complete', count: 24 },
    intentions: [],
    targets: [],
    ...setting,
  };
  const analysed = analyseXmr(
    values.map((value, i) => ({ at: months[i], value, provisional: unsettled.has(months[i]) })),
    { grain: 'month', baseline: whole.baseline, cuts: whole.cuts },
  );
  const read = { key: {}, node: 'E23000016', points: values.map((value) => ({ value, n: 100 })) };
  const counts = values.map((value) => (value === null ? null : countsOf(value)));
  const means = analysed.segments.map((_, i) => meanCounts(analysed, i, counts));
  const xmr = withholdLimits(analysed, means);
  return {
    key: {},
    node: read.node,
    read,
    points,
    unsettled,
    xmr,
    meanCounts: means,
    setting: whole,
    waiting: [],
  };
}
