import type { Spc, SpcAbsent, SpcPoint, SpcSegment } from '../../contract/verdict.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { grains } from '../../metrics/periods.ts';
import { isDistinctGrain } from '../../stats/spc/grain.ts';
import type { JudgedPoint, Signal } from '../../stats/spc/judged-point.ts';
import { minimumPoints } from '../../stats/spc/variation.ts';
import type { XmrSegment } from '../../stats/spc/xmr.ts';
import { monthText } from '../findings/format.ts';
import type { JudgedLine } from './judge-lines.ts';

/** The part of a judged line that its limits are drawn from. */
type DrawnLine = Pick<JudgedLine, 'xmr' | 'waiting' | 'points'>;

/** Limits and signals of the months shown; those of the whole line stay as they are. */
export function describeSpc(line: DrawnLine, months: readonly string[]): Spc {
  const { xmr } = line;
  const [first = '', last = ''] = [months[0], months[months.length - 1]];
  const shown = xmr.segments.flatMap((segment, index) =>
    segment.to >= first && segment.from <= last ? [{ segment, index }] : [],
  );
  const places = new Map(shown.map(({ index }, place) => [index, place]));
  const byMonth = new Map(xmr.points.map((point) => [point.at, point]));
  return {
    ruleSet: { ...xmr.ruleSet },
    segments: shown.map(({ segment }) => describeSegment(segment)),
    points: months.map((month) => {
      const point = byMonth.get(month);
      const segment = point && xmr.segments[point.segment];
      if (!point || !segment) return unheld(month);
      return describePoint(point, segment, places.get(point.segment) ?? 0);
    }),
    notices: noticesOf(line),
  };
}

/** Why a line of this grain has no limits; null where it has. */
export function whyNoSpc(metric: MetricDefinition, grain: string): SpcAbsent | null {
  if (!(metric.grains ?? grains).includes('month') || metric.kind === 'cohort')
    return { reason: 'not-offered', text: 'This measure has no monthly series, so no limits can be drawn.' };
  if (grain === 'month') return null;
  if (isDistinctGrain(grain))
    return { reason: 'not-monthly', text: 'Limits and verdicts are worked out by month. Ask for months.' };
  const text =
    'Neighbouring periods share most of their cases, so limits drawn on them would be far too narrow. Ask for months.';
  return { reason: 'overlapping-periods', text };
}

/** Too few complete months for limits to be drawn: product policy above the rules. */
function isTooShort({ completePoints }: XmrSegment): boolean {
  return completePoints < minimumPoints;
}

function describeSegment(segment: XmrSegment): SpcSegment {
  const { from, to, start, baseline } = segment;
  const tooShort = isTooShort(segment);
  const { mean, lower, upper } = tooShort ? { mean: null, lower: null, upper: null } : segment;
  return {
    from,
    to,
    start,
    mean,
    lower,
    upper,
    baseline:
      tooShort || !baseline
        ? null
        : { from: baseline.from, to: baseline.to, points: baseline.completePoints },
    absent: tooShort ? 'too-few' : segment.absent,
  };
}

function describePoint(point: JudgedPoint, owner: XmrSegment, segment: number): SpcPoint {
  const tooShort = owner.start === 'break' ? 'not-comparable' : 'too-few';
  const why = point.unjudged ?? (isTooShort(owner) ? tooShort : whyUnlimited(owner));
  if (why !== null) return { ...unheld(point.at), why, segment };
  return {
    period: point.at,
    judged: true,
    why: null,
    segment,
    side: point.side === null ? null : point.side > 0 ? 'above' : point.side < 0 ? 'below' : 'on',
    outside: point.outside ?? false,
    sigmas: point.sigmas,
    signals: point.signals.map(describeSignal),
  };
}

/** Why a stretch that is long enough is not judged; null where it has limits. */
function whyUnlimited({ absent }: XmrSegment): 'too-sparse' | 'no-limits' | null {
  return absent === null || absent === 'too-sparse' ? absent : 'no-limits';
}

/** A signal in the words of the contract. */
export function describeSignal({ rule, direction }: Signal): SpcPoint['signals'][number] {
  return { rule, direction: direction > 0 ? 'up' : 'down' };
}

function unheld(period: string): SpcPoint {
  return {
    period,
    judged: false,
    why: 'no-value',
    segment: 0,
    side: null,
    outside: false,
    sigmas: null,
    signals: [],
  };
}

function noticesOf({ xmr, waiting, points }: DrawnLine): string[] {
  const [first, last] = [points[0]?.period, points[points.length - 1]?.period];
  const held =
    first && last ? `the months held (${monthText(first)} to ${monthText(last)})` : 'the months held';
  const words = {
    'cut-matches-no-point': (month: string) =>
      `The change recorded for ${month} lies outside ${held}, so it cuts nothing.`,
    'baseline-outside-series': (month: string) =>
      `The baseline from ${month} lies outside ${held}; the first 24 complete months are used.`,
    'baseline-crosses-cut': (month: string) =>
      `The baseline from ${month} reaches across a cut in the line; the first 24 complete months of each stretch are used.`,
    'baseline-too-short': (month: string) =>
      `The baseline from ${month} holds under ${minimumPoints} complete months; the first 24 are used.`,
  };
  return [
    ...xmr.notices.map(({ code, at }) => words[code](monthText(at))),
    ...waiting.map(
      ({ at, points: count }) =>
        `The limits change at ${monthText(at)} once ${minimumPoints} complete months follow it; so far ${count}.`,
    ),
  ];
}
