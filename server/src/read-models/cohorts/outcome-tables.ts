import { ageOf } from '../../cells/query/follow-up.ts';
import type { OutcomeRow, OutcomeTable } from '../../contract/cohort.ts';
import type { KeyedSeries, Point } from '../../contract/series.ts';
import { NOT_ALLOCATED } from '../../metrics/areas.ts';
import { addMonths, type Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { areaWords, groupWords, type RowWords } from '../findings/cohorts.ts';
import { seriesOf } from '../get-series.ts';
import { statedInterval } from '../judge/point-interval.ts';
import { labelOf } from '../members.ts';
import { areaName, nodesFor } from '../nodes.ts';
import { requireMetric } from '../resolve-query.ts';
import { compareRows, findOutcomes } from './cohort-findings.ts';
import type { CohortsQuestion } from './question.ts';
import { spanOf } from './spans.ts';

const ALL = 'all';

/** Outcomes by offence group, and by area, of the crimes of one span: all of them first. */
export function outcomeTables(
  release: LoadedRelease,
  question: CohortsQuestion,
): { groups: OutcomeTable; areas: OutcomeTable } {
  const { basis, held, covered } = question;
  const period = tableSpan(question);
  const { pinned } = release;
  const { areaSet, area } = question.mix.reading;
  const span = {
    period: period.name,
    fromMonth: period.months[0],
    toMonth: period.months[period.months.length - 1],
    ageDays: basis === 'recorded' && Number.isFinite(held) ? ageOf(period, held) : null,
  };
  if (!period.months.every((month) => covered.has(month))) {
    const missing = { ...span, ageDays: null, rows: [], absent: 'not-collected' as const };
    return {
      groups: { ...missing, finding: findOutcomes([], groupWords) },
      areas: { ...missing, finding: findOutcomes([], areaWords) },
    };
  }
  const ask = (by: string[], nodes: readonly string[]) => linesOf(release, question, period, by, nodes);
  const children = nodesFor(areaSet, area).filter((node) => node !== area);
  const whole = rowsOf(release, ask(['part'], [area]), () => [ALL, 'All of these crimes']);
  const groups = rowsOf(release, ask(['offenceGroup', 'part'], [area]), ({ offenceGroup }) => [
    offenceGroup,
    labelOf(pinned, 'offenceGroup', offenceGroup),
  ]);
  const areas = rowsOf(release, ask(['part'], children), ({ area: code }) => [
    code,
    areaName(pinned, areaSet, code),
  ]);
  const titled = (own: readonly OutcomeRow[], words: RowWords) => {
    const rows = compareRows([...whole, ...own]);
    return { ...span, rows, finding: findOutcomes(rows, words) };
  };
  return { groups: titled(groups, groupWords), areas: titled(areas.filter(worthShowing), areaWords) };
}

/** The cohort by month recorded; by month of outcome, the last twelve months shown. */
function tableSpan({ basis, cohort, mix }: CohortsQuestion): Period {
  const last = mix.reading.periods.at(-1)?.name;
  return basis === 'recorded' || last === undefined ? cohort : spanOf(addMonths(last, -11), last);
}

function linesOf(
  release: LoadedRelease,
  { mix }: CohortsQuestion,
  period: Period,
  by: string[],
  nodes: readonly string[],
): KeyedSeries[] {
  if (nodes.length === 0) return [];
  const reading = { ...mix.reading, statistic: 'share', by, nodes, periods: [period] };
  return seriesOf(release, { ...mix, byArea: true, reading }, { judged: false }).series;
}

/** One row per code, of the lines of its parts. */
function rowsOf(
  release: LoadedRelease,
  lines: readonly KeyedSeries[],
  nameOf: (key: KeyedSeries['key']) => readonly [code: string, label: string],
): OutcomeRow[] {
  const rows = new Map<string, OutcomeRow>();
  for (const { key, points } of lines) {
    const [code, label] = nameOf(key);
    const row = rows.get(code) ?? { code, label, crimes: points[0].n, shares: [] };
    rows.set(code, row);
    row.shares.push(shareOf(key.part, labelOf(release.pinned, 'part', key.part), points[0]));
  }
  return [...rows.values()];
}

function shareOf(part: string, label: string, point: Point): OutcomeRow['shares'][number] {
  const { value, n, numerator = 0, denominator = 0, absent } = point;
  const counted = { value, n, numerator, denominator };
  const { interval } = statedInterval(requireMetric('outcomes.mix'), 'share', counted);
  return { part, label, value, numerator, ...(interval && { interval }), ...(absent && { absent }) };
}

const worthShowing = ({ code, crimes }: OutcomeRow) => code !== NOT_ALLOCATED || crimes > 0;
