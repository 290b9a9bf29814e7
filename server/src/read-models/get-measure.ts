import type { Reading } from '../cells/query/reading.ts';
import type { Incidence } from '../contract/cohort.ts';
import type { MeasurePage, QualityCheck } from '../contract/measure.ts';
import type { Point, Series } from '../contract/series.ts';
import { annotationsFor } from '../metrics/annotations.ts';
import type { DurationMetric, Filters, MetricDefinition } from '../metrics/definition.ts';
import { filtersToCheck } from '../metrics/quality.ts';
import { targetsFor } from '../metrics/targets.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { changeFrom, comparedPeriods } from './changes.ts';
import { checkQuality } from './check-quality.ts';
import { followCohorts } from './cohorts/follow-cohorts.ts';
import { resolveCohorts } from './cohorts/question.ts';
import { decompose } from './decompose.ts';
import { describeAnnotation, describeTarget } from './describe-reference.ts';
import { titleText } from './findings/format.ts';
import { describeMetric } from './get-catalogue.ts';
import { getRelease } from './get-release.ts';
import { seriesOf } from './get-series.ts';
import { whyNoSpc } from './judge/describe-spc.ts';
import { judgeLines } from './judge/judge-lines.ts';
import { verdictAt } from './judge/verdict.ts';
import { measureFindings } from './measure/measure-findings.ts';
import { labelOf } from './members.ts';
import { nodesFor } from './nodes.ts';
import { QueryProblem } from './query-problem.ts';
import { type Query, type Resolved, requireMetric, resolveQuery } from './resolve-query.ts';

/** Everything a measure page shows, as asked in parameters. @throws {QueryProblem} */
export function getMeasure(release: LoadedRelease, metricId: string, query: Query): MeasurePage {
  const metric = requireMetric(metricId);
  if (query.by !== undefined)
    throw new QueryProblem({
      code: 'unknown-parameter',
      detail: 'A measure page chooses its own splits; use /series for others.',
      parameter: 'by',
    });
  const resolved = resolveQuery(release, metric, query);
  const { reading } = resolved;
  const main = seriesOf(release, resolved);
  const targets = targetsFor(release.pinned, metric.id, reading.statistic, resolved.filter, reading.area);
  const notes = annotationsFor(release.pinned, metric.id, reading.area, resolved.filter);
  const panels = panelsOf(release, resolved, main);
  const verdict = verdictOf(release, reading);
  return {
    release: getRelease(release),
    metric: describeMetric(metric, release, reading.choices),
    title: titleOf(release, resolved),
    latest: main.series[0]?.points[newestIndex(main)] ?? nothing(),
    changes: changesOf(release, resolved, main),
    targets: targets.map(describeTarget),
    annotations: notes.filter((note) => insideSpan(reading, note.date.slice(0, 7))).map(describeAnnotation),
    quality: qualityOf(release, reading),
    ...verdict,
    findings: measureFindings(reading, panels, verdict, {
      homeForce: getRelease(release).force.code,
      comparator: comparatorLabel(release, resolved),
    }),
    ...(metric.kind === 'cohort' && { incidence: curvesOf(release, resolved) }),
    panels,
  };
}

function panelsOf(release: LoadedRelease, resolved: Resolved, main: Series): MeasurePage['panels'] {
  const { reading } = resolved;
  const { metric } = reading;
  const areas = seriesOf(release, {
    ...resolved,
    byArea: true,
    reading: { ...reading, nodes: nodesFor(reading.areaSet, reading.area) },
  });
  const panels: MeasurePage['panels'] = { main, areas };
  const split = metric.leadingSplit;
  if (split !== undefined && (split === 'force' || reading.filters[split] === undefined))
    panels.members = seriesOf(release, { ...resolved, reading: { ...reading, by: [split] } });
  if (metric.kind !== 'duration') return panels;
  const parts = decompose(release, main, reading, metric);
  if (parts) panels.decomposition = parts;
  const comparator = metric.comparator;
  const asked =
    comparator &&
    Object.keys(comparator.of).every((id) => reading.filters[id]?.join() === comparator.of[id].join());
  if (comparator && asked) {
    const others = seriesOf(release, {
      ...resolved,
      reading: { ...reading, filters: { ...reading.filters, ...comparator.others } },
      filter: { ...resolved.filter, ...inWords(comparator.others) },
    });
    panels.comparator = {
      ...others,
      series: others.series.map((line) => ({ ...line, label: comparator.label })),
    };
    const gap = gapOf(release, resolved, metric);
    if (gap) panels.gap = gap;
  }
  return panels;
}

/** The gap beside a comparator, where every other filter is one that the gap can be asked for. */
function gapOf(
  release: LoadedRelease,
  { reading, grain, filter }: Resolved,
  { comparator }: DurationMetric,
): Series | null {
  if (!comparator?.gap || reading.statistic !== 'median') return null;
  const gap = requireMetric(comparator.gap.metric);
  const offered = gap.dimensions.map(({ id }) => id);
  const asked = Object.entries(filter).filter(([id]) => !(id in comparator.of));
  const [first, last] = [reading.periods[0], reading.periods.at(-1)];
  if (!first || !last || !asked.every(([id]) => offered.includes(id))) return null;
  const query = { ...Object.fromEntries(asked), ...comparator.gap.filter, area: reading.area };
  const span = { grain, from: first.name, to: last.name, areaSet: reading.areaSet.id };
  return seriesOf(release, resolveQuery(release, gap, { ...query, ...span }));
}

/** What a difference is taken against, in words; null where the measure is none. */
function comparatorLabel(release: LoadedRelease, { filter }: Resolved): string | null {
  return filter.comparator === undefined ? null : labelOf(release.pinned, 'comparator', filter.comparator);
}

/** The curves of the newest crimes old enough by the last month shown, beside those before them. */
function curvesOf(release: LoadedRelease, { reading, filter }: Resolved): Incidence {
  const { areaSet, area, filters, choices, periods } = reading;
  const chosen = Object.fromEntries(Object.keys(filters).map((id) => [id, filter[id]]));
  const month = periods.at(-1)?.months.at(-1);
  const query = { ...chosen, area, areaSet: areaSet.id, withinDays: choices.withinDays };
  return followCohorts(release, resolveCohorts(release, month === undefined ? query : { ...query, month }));
}

/** The verdict as at the last month shown: by month, whatever the length of the periods. */
function verdictOf(
  release: LoadedRelease,
  reading: Reading,
): Pick<MeasurePage, 'variation' | 'outlook' | 'verdictAbsent'> {
  const absent = whyNoSpc(reading.metric, 'month');
  const [line] = absent ? [] : judgeLines(release, { ...reading, by: [], nodes: [reading.area] });
  const month = reading.periods.at(-1)?.months.at(-1);
  if (line && month !== undefined)
    return { ...verdictAt(release, line, reading, month), verdictAbsent: null };
  const verdictAbsent = absent ?? { reason: 'no-months' as const, text: 'No month is held.' };
  return { variation: null, outlook: null, verdictAbsent };
}

const inWords = (filters: Filters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).map(([id, members]) => [id, members.join(',')]));

/** Where the newest mature value stands: a feed may lag, and a young cohort is never a headline. */
function newestIndex(main: Series): number {
  const points = main.series[0]?.points ?? [];
  const mature = points.findLastIndex((point) => point.value !== null && !point.status.includes('immature'));
  const valued = points.findLastIndex((point) => point.value !== null);
  return [mature, valued].find((index) => index >= 0) ?? points.length - 1;
}

function changesOf(release: LoadedRelease, resolved: Resolved, main: Series): MeasurePage['changes'] {
  const index = newestIndex(main);
  const last = resolved.reading.periods[index];
  const now = main.series[0]?.points[index];
  if (!last || !now) return [];
  const notes = annotationsFor(release.pinned, main.metric, main.area, main.filter);
  const earlier = comparedPeriods(resolved.grain, last);
  const reading = { ...resolved.reading, periods: earlier };
  const before = seriesOf(release, { ...resolved, reading }, { judged: false });
  return earlier.map((period, i) =>
    changeFrom(notes, [period, last], [before.series[0]?.points[i] ?? nothing(), now]),
  );
}

function qualityOf(release: LoadedRelease, reading: Reading): QualityCheck[] {
  const period = reading.periods.at(-1);
  if (reading.metric.cube !== 'incident' || !period) return [];
  const { areaSet, area } = reading;
  const filters = filtersToCheck(reading.metric, reading.filters);
  return checkQuality(release, { areaSet, area, nodes: nodesFor(areaSet, area), periods: [period], filters });
}

/** The metric and what narrows it, in words. */
export function titleOf(release: LoadedRelease, { reading, filter }: Resolved): string {
  const narrowed = reading.metric.dimensions
    .filter((use) => narrows(reading.metric, use.id, filter[use.id]))
    // Whose crimes they are comes before what kind.
    .toSorted((a, b) => Number(b.id === 'domesticAbuse') - Number(a.id === 'domesticAbuse'));
  const words = narrowed.map((use) =>
    filter[use.id]
      .split(',')
      .map((code) => labelOf(release.pinned, use.id, code))
      .join(' or '),
  );
  return titleText(reading.metric.label, words);
}

function narrows(metric: MetricDefinition, id: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  const use = metric.dimensions.find((one) => one.id === id);
  return use?.role !== 'choice' || value !== use.default;
}

function insideSpan(reading: Reading, month: string): boolean {
  const first = reading.periods[0]?.months[0];
  const last = reading.periods.at(-1)?.months.at(-1);
  return first !== undefined && last !== undefined && month >= first && month <= last;
}

function nothing(): Point {
  return { period: '', value: null, n: 0, status: [], absent: 'not-collected' };
}
