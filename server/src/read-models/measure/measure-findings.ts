import type { Reading } from '../../cells/query/reading.ts';
import type { MeasurePage } from '../../contract/measure.ts';
import type { KeyedSeries, Point, Series } from '../../contract/series.ts';
import type { Finding, Variation } from '../../contract/verdict.ts';
import { childrenOf, NOT_ALLOCATED } from '../../metrics/areas.ts';
import { findNewestComposition } from '../cohorts/cohort-findings.ts';
import { figuresOf } from '../findings/format.ts';
import {
  areasFinding,
  forcesFinding,
  gapFinding,
  mainFinding,
  membersFinding,
  partsFinding,
  plainFinding,
} from '../findings/measure.ts';
import { figuresBeside } from '../findings/variation.ts';
import { inWords, lineUnit } from '../judge/line-unit.ts';

type Panels = MeasurePage['panels'];

/** The titles of a measure page's figures, made from what the figures hold. */
export function measureFindings(
  reading: Reading,
  panels: Panels,
  verdict: Pick<MeasurePage, 'variation' | 'outlook' | 'verdictAbsent'>,
  { homeForce, comparator }: { readonly homeForce: string; readonly comparator: string | null },
): MeasurePage['findings'] {
  const { main, areas, gap, decomposition, members } = panels;
  const { metric } = reading;
  return {
    main: findMain(reading, main, verdict),
    areas: findAreas(reading, areas),
    ...(gap ? { comparator: findGap(reading, gap, panels.comparator?.series[0]?.label) } : {}),
    ...(metric.kind === 'difference' && comparator !== null
      ? { sides: findGap(reading, main, comparator) }
      : {}),
    ...(members ? titleOfMembers(reading, members, homeForce) : {}),
    ...(decomposition ? { decomposition: findParts(reading, decomposition) } : {}),
  };
}

function findMain(
  { metric, statistic }: Reading,
  { series, unit }: Series,
  { variation, outlook, verdictAbsent }: Pick<MeasurePage, 'variation' | 'outlook' | 'verdictAbsent'>,
): Finding {
  const [line] = series;
  const { decimals } = metric;
  if (!line || line.spcAbsent || !line.spc || !variation || !outlook) {
    const reason = line?.spcAbsent?.text ?? verdictAbsent?.text ?? 'No period is held.';
    const newest = newestOf(line);
    return plainFinding(figuresOf(unit, decimals, [newest.value]), newest, reason);
  }
  const judgedValue = line.points.find(({ period }) => period === variation.at)?.value ?? null;
  const { mean, lower, upper, baseline } = rangeAt(line.spc, variation);
  const range = inWords(lineUnit(metric, statistic), { mean, lower, upper, baseline });
  const figures = figuresBeside({ unit, decimals }, judgedValue, range, variation.ruleWords !== null);
  return mainFinding({ figures, variation, outlook, judgedValue, range });
}

function rangeAt({ points, segments }: NonNullable<KeyedSeries['spc']>, { at }: Variation) {
  const point = points.find(({ period }) => period === at);
  const segment = point && segments[point.segment];
  return segment ?? { mean: null, lower: null, upper: null, baseline: null };
}

function findAreas({ areaSet, area }: Reading, { series }: Series): Finding {
  const children = new Set(childrenOf(areaSet, area).map(({ code }) => code));
  const parts = series.filter(({ key }) => children.has(key.area) && key.area !== NOT_ALLOCATED);
  return areasFinding(
    parts.map(({ label, variation, flag }) => ({
      name: label,
      variation: variation ?? null,
      flag: flag ?? null,
    })),
  );
}

function findGap({ metric }: Reading, gap: Series, comparator: string | undefined): Finding {
  const point = newestOf(gap.series[0]);
  const [first, second] = point.sides ?? [];
  return gapFinding({
    figures: figuresOf(gap.unit, metric.decimals, [first?.value ?? null, second?.value ?? null]),
    period: point.period,
    first: { label: 'domestic abuse', value: first?.value ?? null, n: first?.n ?? 0 },
    second: {
      label: (comparator ?? 'the others').toLowerCase(),
      value: second?.value ?? null,
      n: second?.n ?? 0,
    },
    difference: point.value,
    lower: point.interval?.lower ?? null,
    upper: point.interval?.upper ?? null,
  });
}

function titleOfMembers(
  { metric, choices, filters }: Reading,
  members: Series,
  homeForce: string,
): Pick<MeasurePage['findings'], 'composition' | 'members'> {
  if (metric.kind === 'composition')
    return {
      composition: findNewestComposition(members, metric.maturesAfterDays?.(choices, filters) ?? null),
    };
  const isHome = ({ key }: KeyedSeries) => key.force === homeForce;
  const home = members.series.find(isHome);
  return {
    members: home ? findForces(metric.decimals, members, home) : findMembers(metric.decimals, members),
  };
}

function findForces(decimals: number, { series, unit }: Series, home: KeyedSeries): Finding {
  const { period, value } = newestOf(home);
  const others = series.filter(({ key }) => key.force !== home.key.force && key.force !== 'home');
  const values = others.flatMap(({ points }) => points.find((point) => point.period === period)?.value ?? []);
  const figures = figuresOf(unit, decimals, [value, ...values]);
  if (value === null) return plainFinding(figures, { period, value }, '');
  return forcesFinding(figures, period, { label: home.label, value }, values);
}

/** Members that are ever above zero, in the newest period that is old enough in all of them. */
function findMembers(decimals: number, { series, unit }: Series): Finding {
  const rising = series.filter(({ points }) => points.some(({ value }) => value));
  const judged = (line: KeyedSeries | undefined) =>
    line?.points.findLast(({ value, status }) => value !== null && !status.includes('immature'))?.period;
  const period = rising.map(judged).toSorted((a = '', b = '') => (a < b ? 1 : -1))[0] ?? '';
  const members = rising.flatMap(({ label, points }) => {
    const value = points.find((point) => point.period === period)?.value ?? null;
    return value === null ? [] : [{ label, value }];
  });
  const values = members.map(({ value }) => value);
  return membersFinding(figuresOf(unit, decimals, values), { period, members });
}

function findParts({ metric }: Reading, { series, unit }: Series): Finding {
  const last = (line: KeyedSeries) => line.points.at(-1);
  const groups = [...new Set(series.map(({ key }) => key.group))].map((group) => {
    const lines = series.filter(({ key }) => key.group === group);
    const [label] = (lines[0]?.label ?? '').split(', ');
    const parts = lines.map((line) => ({
      label: line.label.slice(label.length + 2),
      value: last(line)?.value ?? null,
    }));
    return { label, parts };
  });
  const values = series.map((line) => last(line)?.value ?? null);
  const period = (series[0] && last(series[0])?.period) ?? '';
  return partsFinding(figuresOf(unit, metric.decimals, values), period, groups);
}

/** The newest value; one too young to judge only where there is no other. */
function newestOf(line: KeyedSeries | undefined): Point {
  const nothing: Point = { period: '', value: null, n: 0, status: [] };
  const points = line?.points ?? [];
  return (
    points.findLast(({ value, status }) => value !== null && !status.includes('immature')) ??
    points.findLast(({ value }) => value !== null) ??
    points.at(-1) ??
    nothing
  );
}
