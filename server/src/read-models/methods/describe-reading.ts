import type { LineRule, RuleSetPoint, RuleSetReading } from '../../contract/methods.ts';
import type { Spc } from '../../contract/verdict.ts';
import { capitalised, countText, listText, monthText } from '../findings/format.ts';

interface Beside {
  /** What the set in use says. */
  readonly own: Spc;
  readonly months: number;
}

const ruleWords: Readonly<Record<string, string>> = {
  outside: 'beyond a limit',
  trend: 'a trend',
  'two-in-three': 'two in three',
  shift: 'a run on one side',
};

/** What a rule set shows on a series, and why it differs from the set in use, from their outputs alone. */
export function describeReading(
  id: string,
  points: readonly RuleSetPoint[],
  lineRules: readonly LineRule[],
  { own, months }: Beside,
): Pick<RuleSetReading, 'signals' | 'disagrees' | 'statement' | 'why'> {
  const flagged = points.filter(({ signals }) => signals.length > 0);
  const differing = points.filter(({ agrees }) => !agrees);
  const rules = [...new Set(flagged.map(({ signals }) => ruleWords[signals[0].rule] ?? signals[0].rule))];
  const line = lineRules.some(({ fired }) => fired)
    ? '; the line as a whole is called shifted'
    : lineRules.length > 0
      ? '; the line as a whole is not called shifted'
      : '';
  const found =
    flagged.length === 0
      ? `No month of ${countText(months)} is flagged`
      : `${capitalised(countText(flagged.length))} of ${countText(months)} months flagged: ${listText(rules)}`;
  return {
    signals: flagged.length,
    disagrees: differing.length,
    statement: `${found}${line}.`,
    why: whyDiffers(id, points, differing, own),
  };
}

function whyDiffers(
  id: string,
  points: readonly RuleSetPoint[],
  differing: readonly RuleSetPoint[],
  own: Spc,
): string {
  if (id === own.ruleSet.id) return 'The set in use.';
  const reasons = [...limitsReason(points, own), ...differing.map((point) => monthReason(point, own))];
  const unique = [...new Set(reasons)];
  if (differing.length === 0) unique.push('Every month is called alike.');
  return unique.join(' ');
}

/** Limits that differ by more than rounding, as a share of their width. */
function limitsReason(points: readonly RuleSetPoint[], own: Spc): string[] {
  const last = points[points.length - 1];
  const segment = own.segments.at(-1);
  if (!last || last.upper === null || last.lower === null) return [];
  if (!segment || segment.upper === null || segment.lower === null)
    return ['It draws limits on a stretch that is too short for a verdict here.'];
  const ratio = (segment.upper - segment.lower) / (last.upper - last.lower);
  return Math.abs(ratio - 1) < 1e-9
    ? []
    : [`Its limits stand at 3 ÷ 1.128 average steps, ours at 2.66: ${widthText(ratio)}.`];
}

function widthText(ratio: number): string {
  return `ours are ${((ratio - 1) * 100).toFixed(3)}% wider`;
}

function monthReason(point: RuleSetPoint, own: Spc): string {
  const ours = own.points.find(({ period }) => period === point.period);
  const month = monthText(point.period);
  const [signal] = point.signals;
  if (!ours?.judged)
    return `Its rules judge ${signal ? 'months' : 'a month'} for which it is too early here.`;
  const [mine] = ours.signals;
  if (signal && !mine) return reasonOfExtra[signal.rule] ?? `It flags ${month}, which no rule here does.`;
  return mine ? (reasonOfMissing[mine.rule] ?? `It does not flag ${month}.`) : `It calls ${month} otherwise.`;
}

const reasonOfExtra: Readonly<Record<string, string>> = {
  trend: 'It calls five months a trend, where seven are needed here.',
  'two-in-three': 'Its two in three counts months beyond a limit and lets the third lie anywhere.',
  outside: 'A month lies between its limit and ours, or its limits rest on other months.',
  shift: 'Its run bridges a month that is missing, which ends a run here.',
};
const reasonOfMissing: Readonly<Record<string, string>> = {
  trend: 'It has no rule for seven months rising or falling.',
  'two-in-three': 'It does not flag two of three months near a limit.',
  shift: 'It flags no month for a run of seven; a run counts only for the line as a whole.',
  outside: 'A month lies between our limit and its own.',
};
