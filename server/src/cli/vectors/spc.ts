import type { Baseline } from '../../stats/spc/baseline.ts';
import type { JudgedPoint } from '../../stats/spc/judged-point.ts';
import { compareRange } from '../../stats/spc/outlook.ts';
import { analyseXmr, type XmrResult } from '../../stats/spc/xmr.ts';

type Direction = 'increase' | 'decrease' | 'neutral';
type SpcInput = {
  dates: string[];
  values: (number | null)[];
  improvement_direction: Direction;
  target: number | null;
  rebase: string[] | string | null;
  fix_after_n_points: number | null;
  screen_outliers: boolean;
};

// The R package warns below this many rows.
const shortGroupRows = 13;

/** Section A: an XmR chart in the field names and labels of NHSRplotthedots. */
export function runSpc(raw: Record<string, unknown>): unknown {
  const input = raw as SpcInput;
  const rebase = new Set([input.rebase ?? []].flat());
  const baseline: Baseline =
    input.fix_after_n_points === null
      ? { kind: 'all' }
      : { kind: 'first-rows', count: input.fix_after_n_points };
  const result = analyseXmr(
    input.dates.map((at, i) => ({ at, value: input.values[i] ?? null })),
    {
      grain: 'month',
      baseline,
      cuts: [...rebase].map((at) => ({ at, kind: 'rebase' })),
      screenRanges: input.screen_outliers,
    },
  );
  return { points: describePoints(result, input), summary: summarise(result, input) };
}

function describePoints({ points, segments }: XmrResult, { improvement_direction }: SpcInput) {
  const rows = segments.map((_, index) => points.filter(({ segment }) => segment === index).length);
  const firstGroup = segments[0]?.start === 'rebase' ? 1 : 0;
  return {
    date: points.map(({ at }) => at),
    value: points.map(({ value }) => value),
    rebase_group: points.map(({ segment }) => segment + firstGroup),
    mean: points.map(({ mean }) => mean),
    lpl: points.map(({ lower }) => lower),
    upl: points.map(({ upper }) => upper),
    outside_limits: points.map(({ outside }) => outside),
    close_to_limits: points.map(({ near }) => near),
    relative_to_mean: points.map(({ side }) => side),
    special_cause_type: points.map(labelOf),
    special_cause_flag: points.map(({ signals }) => signals.length > 0),
    point_type: points.map((point) => typeOf(point, improvement_direction)),
    short_group_warning: points.map(({ segment }) => (rows[segment] ?? 0) < shortGroupRows),
  };
}

function summarise({ points }: XmrResult, { improvement_direction, target }: SpcInput) {
  const last = points.at(-1);
  return {
    variation_type: last ? typeOf(last, improvement_direction) : null,
    assurance_type: last ? assuranceOf(last, improvement_direction, target) : null,
  };
}

function labelOf({ signals: [signal] }: JudgedPoint): string {
  if (!signal) return 'Common Cause';
  const isHigh = signal.direction > 0;
  const side = isHigh ? 'Above' : 'Below';
  if (signal.rule === 'outside') return `${side} ${isHigh ? 'UCL' : 'LCL'}`;
  if (signal.rule === 'trend') return `7 Point Trend (${isHigh ? 'Increasing' : 'Decreasing'})`;
  return signal.rule === 'shift' ? `7 Points ${side} CL` : `2 in 3 ${side} CL`;
}

function typeOf({ signals: [signal] }: JudgedPoint, direction: Direction): string {
  if (!signal) return 'common_cause';
  if (direction === 'neutral') return `special_cause_neutral_${signal.direction > 0 ? 'high' : 'low'}`;
  const isBetter = signal.direction > 0 === (direction === 'increase');
  return isBetter ? 'special_cause_improvement' : 'special_cause_concern';
}

function assuranceOf(
  { lower, upper }: JudgedPoint,
  direction: Direction,
  target: number | null,
): string | null {
  if (target === null || direction === 'neutral') return null;
  if (lower === null || upper === null) return 'inconsistent';
  const comparison = direction === 'increase' ? 'at-least' : 'at-most';
  const outlook = compareRange(lower, upper, { comparison, value: target });
  const names = {
    'likely-to-meet': 'consistent_pass',
    'could-go-either-way': 'inconsistent',
    'likely-to-miss': 'consistent_fail',
  };
  return names[outlook];
}
