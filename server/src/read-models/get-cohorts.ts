import { ageOf } from '../cells/query/follow-up.ts';
import type { CohortMonth, Cohorts } from '../contract/cohort.ts';
import type { Series } from '../contract/series.ts';
import { coverageOf } from '../metrics/coverage.ts';
import { addMonths } from '../metrics/periods.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { findAtAge, findComposition } from './cohorts/cohort-findings.ts';
import { followCohorts } from './cohorts/follow-cohorts.ts';
import { outcomeTables } from './cohorts/outcome-tables.ts';
import { type CohortsQuestion, resolveCohorts } from './cohorts/question.ts';
import { lowerFirst } from './findings/format.ts';
import { getRelease } from './get-release.ts';
import { seriesOf } from './get-series.ts';
import { labelOf } from './members.ts';
import { areaName } from './nodes.ts';
import { type Query, requireMetric, resolveQuery } from './resolve-query.ts';

const CAUSES = ['oc15', 'oc16', 'charged'];

/** Everything the attrition page shows, as asked in parameters. @throws {QueryProblem} */
export function getCohorts(release: LoadedRelease, query: Query): Cohorts {
  const question = resolveCohorts(release, query);
  const { mix, basis } = question;
  const { areaSet, area, metric, choices, filters } = mix.reading;
  const composition = seriesOf(release, mix, { judged: false });
  const maturesAfterDays = metric.maturesAfterDays?.({ ...choices, basis: 'recorded' }, filters) ?? 0;
  const followed = basis === 'recorded';
  const months = followed ? monthsOf(question, composition, maturesAfterDays) : [];
  const atAge = followed ? CAUSES.map((cause) => atAgeSeries(release, question, cause)) : [];
  return {
    release: getRelease(release),
    title: titleOf(release, question),
    basis,
    show: question.show,
    area,
    areaName: areaName(release.pinned, areaSet, area),
    areaSet: areaSet.id,
    filter: Object.fromEntries(Object.entries(filters).map(([id, codes]) => [id, codes.join(',')])),
    heldTo: coverageOf(release.pinned, 'crimes', areaSet, area).heldTo,
    withinDays: question.withinDays,
    maturesAfterDays,
    findings: {
      composition: findComposition(composition, months, { basis, maturesAfterDays }),
      atAge: findAtAge(
        atAge,
        question.withinDays,
        CAUSES.map((cause) => labelOf(release.pinned, 'cause', cause)),
      ),
    },
    composition,
    months,
    atAge,
    incidence: followed ? followCohorts(release, question) : null,
    ...outcomeTables(release, question),
  };
}

/** Each month of the composition with its age. */
function monthsOf(
  { mix, held }: CohortsQuestion,
  { series: [line] }: Series,
  maturesAfterDays: number,
): CohortMonth[] {
  return mix.reading.periods.map((period, i) => {
    const ageDays = ageOf(period, held);
    return {
      month: period.name,
      crimes: line?.points[i]?.n ?? 0,
      ageDays,
      young: ageDays < maturesAfterDays,
    };
  });
}

/** Months at a fixed age, as many as the composition shows, to the newest that is old enough. */
function atAgeSeries(release: LoadedRelease, question: CohortsQuestion, cause: string): Series {
  const { selection, mix, withinDays, matureMonth, covered } = question;
  const shown = mix.reading.periods;
  const to = matureMonth ?? shown.at(-1)?.name;
  const [oldest] = [...covered].sort();
  const first = to && addMonths(to, 1 - shown.length);
  const from = first && oldest && oldest > first ? oldest : first;
  const span: Query = from && to && from <= to ? { from, to } : {};
  const asked = { ...selection, cause, withinDays: String(withinDays), grain: 'month', ...span };
  return seriesOf(release, resolveQuery(release, requireMetric('outcomes.at-age'), asked));
}

/** The crimes asked for, in words. */
function titleOf(release: LoadedRelease, { mix }: CohortsQuestion): string {
  const words = Object.entries(mix.reading.filters).map(([id, codes]) =>
    codes.map((code) => labelOf(release.pinned, id, code)).join(' or '),
  );
  return words.length === 0
    ? 'All recorded crimes'
    : words.map((word, i) => (i === 0 ? word : lowerFirst(word))).join(', ');
}
