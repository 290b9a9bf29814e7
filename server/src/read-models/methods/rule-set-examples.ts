import type { RuleSetExample, RuleSetPoint, RuleSetReading } from '../../contract/methods.ts';
import type { Point } from '../../contract/series.ts';
import type { Spc } from '../../contract/verdict.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { makingDataCountR } from '../../stats/spc/rule-set.ts';
import { capitalised, countText, monthText } from '../findings/format.ts';
import { titleOf } from '../get-measure.ts';
import { seriesOf } from '../get-series.ts';
import { describeSpc } from '../judge/describe-spc.ts';
import { type JudgedLine, judgeLines } from '../judge/judge-lines.ts';
import { lineUnit } from '../judge/line-unit.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
import { describeReading } from './describe-reading.ts';
import { peerRuleSets, readWithRuleSet } from './read-with-rule-set.ts';
import { ruleSetTexts } from './rule-set-texts.ts';

/** Series every rule set is tried on: one that moved, one that a break cut short, one that drifts. */
const exampleSeries: readonly {
  readonly metric: string;
  readonly filter: Readonly<Record<string, string>>;
}[] = [
  { metric: 'orders.issued', filter: { orderType: 'DVPN' } },
  { metric: 'response.time', filter: { grade: '2', domesticAbuse: 'true' } },
  { metric: 'satisfaction.stage', filter: { question: 'informed' } },
];

/** Live series of a release under every rule set; those without a complete month are left out. */
export function ruleSetExamples(release: LoadedRelease): RuleSetExample[] {
  return exampleSeries.flatMap(({ metric, filter }) => readExample(release, metric, filter) ?? []);
}

function readExample(
  release: LoadedRelease,
  id: string,
  filter: Readonly<Record<string, string>>,
): RuleSetExample | null {
  const metric = requireMetric(id);
  const resolved = resolveQuery(release, metric, { ...filter, grain: 'month' }, 'any');
  const [line] = judgeLines(release, resolved.reading);
  const stretch = line && lastStretch(line, seriesOf(release, resolved, { judged: false }).series[0].points);
  if (!stretch) return null;
  const { points, baselineRows, isCut } = stretch;
  const months = points.map(({ period }) => period);
  const own = describeSpc(line, months);
  const unit = lineUnit(metric, resolved.reading.statistic);
  const [first, last] = [months[0], months[months.length - 1]];
  const note = isCut
    ? `The months since the line was last cut, ${monthText(first)} to ${monthText(last)}. Provisional months are left out.`
    : `The months from the start of the baseline, ${monthText(first)} to ${monthText(last)}. Provisional months are left out.`;
  return {
    madeUp: false,
    metric: id,
    title: titleOf(release, resolved),
    parameters: { ...filter, grain: 'month', from: first, to: last },
    unit: unit.unit,
    decimals: unit.decimals,
    points: [...points],
    note,
    readings: readingsOf(own, points, baselineRows),
  };
}

/** One series under every rule set, the set in use first. */
export function readingsOf(own: Spc, points: readonly Point[], baselineRows: number): RuleSetReading[] {
  return [ownReading(own, points), ...peerReadings(own, points, baselineRows)];
}

interface Stretch {
  readonly points: readonly Point[];
  /** Rows of it that limits rest on. */
  readonly baselineRows: number;
  readonly isCut: boolean;
}

/** The last stretch of a line, from the first month of its baseline to its last complete month. */
function lastStretch({ xmr }: JudgedLine, points: readonly Point[]): Stretch | null {
  const segment = xmr.segments.at(-1);
  const complete = new Set(xmr.points.filter(({ unjudged }) => unjudged === null).map(({ at }) => at));
  const last = points.findLast(({ period }) => complete.has(period));
  if (!segment?.baseline || !last) return null;
  const { from, to } = segment.baseline;
  const shown = points.filter(({ period }) => period >= from && period <= last.period);
  return {
    points: shown,
    baselineRows: shown.filter(({ period }) => period <= to).length,
    isCut: segment.start !== 'series',
  };
}

function ownReading(own: Spc, points: readonly Point[]): RuleSetReading {
  const judged = own.points.map((point): RuleSetPoint => {
    const { mean = null, lower = null, upper = null } = own.segments[point.segment] ?? {};
    return { period: point.period, mean, lower, upper, signals: [...point.signals], agrees: true };
  });
  return {
    ...named(makingDataCountR.id),
    settings: 'As every verdict here.',
    outcome: 'judged',
    stoppedText: null,
    points: judged,
    lineRules: [],
    ...describeReading(makingDataCountR.id, judged, [], { own, months: points.length }),
  };
}

function peerReadings(own: Spc, points: readonly Point[], baselineRows: number): RuleSetReading[] {
  const given = points.map(({ period, value }) => ({ at: period, value }));
  const flagged = new Set(own.points.filter(({ signals }) => signals.length > 0).map(({ period }) => period));
  return peerRuleSets.map((peer): RuleSetReading => {
    const { id } = peer.ruleSet;
    const reading = readWithRuleSet(peer, given, baselineRows);
    const from = baselineRows < points.length ? `the first ${countText(baselineRows)}` : 'all of them';
    const settings = capitalised(`${countText(points.length)} months, limits from ${from}.`);
    const common = { ...named(id), settings };
    if (reading.stopped !== null) {
      const nothing = { points: [], lineRules: [], signals: 0, disagrees: flagged.size };
      const why = 'A missing month ends a trend here; that program stops instead.';
      return {
        ...common,
        ...nothing,
        outcome: 'stopped',
        stoppedText: reading.stopped,
        statement: reading.stopped,
        why,
      };
    }
    const judged = reading.points.map(
      (point): RuleSetPoint => ({
        ...point,
        signals: [...point.signals],
        agrees: point.signals.length > 0 === flagged.has(point.period),
      }),
    );
    const lineRules = [...reading.lineRules];
    return {
      ...common,
      outcome: 'judged',
      stoppedText: null,
      points: judged,
      lineRules,
      ...describeReading(id, judged, lineRules, { own, months: points.length }),
    };
  });
}

function named(id: string): Pick<RuleSetReading, 'id' | 'version' | 'label'> {
  const text = ruleSetTexts.find((one) => one.id === id);
  if (!text) throw new Error(`Rule set ${id} has no text.`);
  return { id, version: text.version, label: text.label };
}
