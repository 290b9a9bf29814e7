import type { Reading, ReleaseData } from '../cells/query/reading.ts';
import type { GrainName } from '../contract/common.ts';
import { areaSetAt, NOT_ALLOCATED } from '../metrics/areas.ts';
import { anyCoverage, coverageOf } from '../metrics/coverage.ts';
import { cubes } from '../metrics/cubes.ts';
import type { Choices, MetricDefinition } from '../metrics/definition.ts';
import { columnOf } from '../metrics/dimensions.ts';
import { statisticsOf } from '../metrics/kinds.ts';
import { grains, type Month } from '../metrics/periods.ts';
import type { PinnedAreaSet } from '../metrics/pinned.ts';
import { findMetric, metricIds } from '../metrics/registry.ts';
import { HOME_FORCE, membersOf } from './members.ts';
import { nodesFor } from './nodes.ts';
import { QueryProblem } from './query-problem.ts';
import { resolvePeriods } from './resolve-periods.ts';

export type Query = Readonly<Record<string, string>>;

/** A reading with the words it was asked in. */
export interface Resolved {
  readonly reading: Reading;
  readonly grain: GrainName;
  /** True when `by` names areas. */
  readonly byArea: boolean;
  /** Every filter and choice in force, as parameters. */
  readonly filter: Readonly<Record<string, string>>;
}

const GENERAL = ['statistic', 'grain', 'from', 'to', 'area', 'areaSet', 'by', 'version'];

/** Finds a metric. @throws {QueryProblem} 404 naming the metrics there are */
export function requireMetric(id: string | undefined): MetricDefinition {
  const metric = id === undefined ? undefined : findMetric(id);
  if (metric) return metric;
  const detail = id === undefined ? 'Name a metric: ?metric=response.time' : `There is no metric "${id}".`;
  throw new QueryProblem({ code: 'unknown-metric', detail, parameter: 'metric', valid: metricIds });
}

/**
 * Turns parameters into a reading of one release.
 * @param members `known`: every member must be; `any`: one that the release does not know has no rows
 * @throws {QueryProblem} 400 naming the valid values, for anything unknown or against a dimension's role
 */
export function resolveQuery(
  release: ReleaseData,
  metric: MetricDefinition,
  query: Query,
  members: 'known' | 'any' = 'known',
): Resolved {
  refuseUnknownParameters(metric, query);
  const version = query.version;
  if (version !== undefined && version !== String(metric.version))
    throw unknown('version', version, [String(metric.version)]);
  const statistic = oneOf(
    'statistic',
    query.statistic,
    statisticsOf(metric).map((one) => one.id),
  );
  const grain = oneOf('grain', query.grain ?? metric.defaultGrain, metric.grains ?? grains) as GrainName;
  const by = resolveBy(metric, query.by);
  const { choices, filters } = resolveMembers(release, metric, query, by, members);
  const byArea = by.includes('area');
  const asked = query.areaSet === undefined ? undefined : requireAreaSet(release, query.areaSet);
  const probe = asked ?? latestAreaSet(release, metric);
  const covered = coveredMonths(release, metric, probe, placesOf(release, probe, query, choices, by));
  const periods = resolvePeriods(grain, covered, query.from, query.to);
  const lastMonth = periods.at(-1)?.months.at(-1);
  const areaSet = asked ?? (lastMonth === undefined ? probe : areaSetAt(release.pinned, lastMonth));
  const area = requireArea(release, areaSet, query.area ?? 'force');
  const nodes = byArea ? nodesFor(areaSet, area) : [area];
  const split = by.filter((id) => id !== 'area');
  return {
    reading: { metric, statistic, choices, filters, by: split, areaSet, area, nodes, periods },
    grain,
    byArea,
    filter: {
      ...Object.fromEntries(Object.entries(choices).filter(([id]) => !split.includes(id))),
      ...Object.fromEntries(Object.entries(filters).map(([id, codes]) => [id, codes.join(',')])),
    },
  };
}

/** The area set in force when the feed of a metric was last covered. */
function latestAreaSet({ pinned }: ReleaseData, metric: MetricDefinition): PinnedAreaSet {
  const feed = cubes[metric.cube].feed;
  const { lastMonth } = coverageOf(pinned, feed, areaSetAt(pinned, '2099-12'), pinned.force.code);
  return areaSetAt(pinned, lastMonth ?? '2099-12');
}

/** Areas, or forces in published returns, whose coverage gives the periods where none are asked for. */
function placesOf(
  { pinned }: ReleaseData,
  set: PinnedAreaSet,
  query: Query,
  choices: Choices,
  by: readonly string[],
): string[] {
  if (by.includes('force')) return [pinned.force.code, ...pinned.forces.map(({ code }) => code)];
  if (choices.force !== undefined && choices.force !== HOME_FORCE) return [choices.force];
  const asked = query.area ?? 'force';
  const area = asked === 'force' ? pinned.force.code : asked;
  return by.includes('area') ? nodesFor(set, area).filter((node) => node !== NOT_ALLOCATED) : [area];
}

function coveredMonths(
  { pinned }: ReleaseData,
  metric: MetricDefinition,
  set: PinnedAreaSet,
  places: readonly string[],
): ReadonlySet<Month> {
  return anyCoverage(places.map((place) => coverageOf(pinned, cubes[metric.cube].feed, set, place)));
}

function refuseUnknownParameters(metric: MetricDefinition, query: Query): void {
  const valid = [...GENERAL, ...metric.dimensions.map((use) => use.id)];
  for (const name of Object.keys(query)) {
    if (valid.includes(name)) continue;
    const detail = `${metric.id} has no parameter "${name}".`;
    throw new QueryProblem({ code: 'unknown-parameter', detail, parameter: name, valid });
  }
}

function resolveMembers(
  release: ReleaseData,
  metric: MetricDefinition,
  query: Query,
  by: readonly string[],
  members: 'known' | 'any',
): Pick<Reading, 'choices' | 'filters'> {
  const choices: Record<string, string> = {};
  const filters: Record<string, readonly string[]> = {};
  for (const use of metric.dimensions) {
    const asked = query[use.id];
    if (use.role === 'choice') choices[use.id] = asked ?? use.defaultFor?.(filters) ?? use.default ?? '';
    if (asked === undefined) continue;
    const codes = [...new Set(asked.split(','))].sort();
    const valid = membersOf(release, metric, use).map((member) => member.code);
    const stranger = codes.find((code) => !valid.includes(code));
    if (members === 'known' && stranger !== undefined) throw unknown(use.id, stranger, valid);
    if (use.role === 'choice' && codes.length > 1)
      throw new QueryProblem({
        code: 'one-member-only',
        detail: `${use.id} is a choice: its members are never added up. Pick one.`,
        parameter: use.id,
        valid,
      });
    if (use.role !== 'choice' || by.includes(use.id)) filters[use.id] = codes;
  }
  return { choices, filters };
}

function resolveBy(metric: MetricDefinition, text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  const by = [...new Set(text.split(','))];
  const valid = ['area', ...metric.dimensions.map((use) => use.id)];
  for (const id of by) if (!valid.includes(id)) throw unknown('by', id, valid);
  const clash = by.find((id) => {
    const use = metric.dimensions.find((dimension) => dimension.id === id);
    return use?.role === 'nested' && columnOf(use, {}) === null;
  });
  if (clash)
    throw new QueryProblem({
      code: 'cannot-split',
      detail: `${clash} is nested and cannot be split by.`,
      parameter: 'by',
      valid,
    });
  return by;
}

function requireAreaSet(release: ReleaseData, id: string): PinnedAreaSet {
  const set = release.pinned.areaSets.find((candidate) => candidate.id === id);
  if (set) return set;
  throw unknown(
    'areaSet',
    id,
    release.pinned.areaSets.map((candidate) => candidate.id),
  );
}

function requireArea(release: ReleaseData, set: PinnedAreaSet, asked: string): string {
  const force = release.pinned.force.code;
  if (asked === 'force' || asked === force) return force;
  if (set.areas.some((area) => area.code === asked)) return asked;
  const detail = `There is no area "${asked}" in area set ${set.id}.`;
  throw new QueryProblem({
    code: 'unknown-area',
    detail,
    parameter: 'area',
    valid: ['force', ...set.areas.map((area) => area.code)],
  });
}

function oneOf(parameter: string, asked: string | undefined, valid: readonly string[]): string {
  if (asked === undefined) return valid[0];
  if (valid.includes(asked)) return asked;
  throw unknown(parameter, asked, valid);
}

function unknown(parameter: string, value: string, valid: readonly string[]): QueryProblem {
  const code = parameter === 'by' ? 'unknown-dimension' : 'unknown-member';
  return new QueryProblem({ code, detail: `"${value}" is not a value of ${parameter}.`, parameter, valid });
}
