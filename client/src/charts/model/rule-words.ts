import type { Spc } from '../../api/types.ts';
import { countWords } from '../../format/values.ts';

type JudgedPoint = Spc['points'][number];
type Signal = JudgedPoint['signals'][number];

const unjudged: Record<NonNullable<JudgedPoint['why']>, string> = {
  'no-value': '',
  provisional: 'not judged while provisional',
  'before-baseline': 'not judged: before the months that set the limits',
  'too-few': 'not judged: under 12 complete months',
  'not-comparable': 'not judged: under 12 complete months since the break',
  'too-sparse': 'not judged: under two cases a month',
  'no-limits': 'not judged: no usual range',
};

/** What the rules say of the point at an index, in words that follow its value. Empty where no rule marks it. */
export function ruleWords({ points, segments }: Spc, index: number): string {
  const point = points[index];
  if (!point) return '';
  if (point.why !== null) return unjudged[point.why];
  const [signal] = point.signals;
  return signal ? signalWords(signal, runLength(points, segments, index, signal)) : '';
}

function signalWords({ rule, direction }: Signal, length: number | null): string {
  const up = direction === 'up';
  switch (rule) {
    case 'outside':
      return up ? 'above the upper limit' : 'below the lower limit';
    case 'two-in-three':
      return `among two of three months near the ${up ? 'upper' : 'lower'} limit`;
    case 'trend':
      return `in a run of ${up ? 'rising' : 'falling'} months`;
    case 'shift':
      return `in a run of ${length === null ? '' : `${countWords(length)} `}months ${up ? 'above' : 'below'} the mean`;
  }
}

/** Months the rule marks around a point; null where the run may have begun before the first month shown. */
function runLength(
  points: Spc['points'],
  segments: Spc['segments'],
  index: number,
  { rule, direction }: Signal,
): number | null {
  const marked = (at: number) =>
    points[at]?.segment === points[index]?.segment &&
    points[at]?.signals.some((one) => one.rule === rule && one.direction === direction);
  let first = index;
  let last = index;
  while (marked(first - 1)) first -= 1;
  while (marked(last + 1)) last += 1;
  const start = points[first];
  const cropped = first === 0 && start !== undefined && segments[start.segment]?.from !== start.period;
  return cropped ? null : last - first + 1;
}
