import { ageOf } from '../../cells/query/follow-up.ts';
import type { OutcomeRow, OutcomeTable } from '../../contract/cohort.ts';
import type { KeyedSeries } from '../../contract/series.ts';
import { NOT_ALLOCATED } from '../../metrics/areas.ts';
import { addMonths, type Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { seriesOf } from '../get-series.ts';
import { labelOf } from '../members.ts';
import { areaName, nodesFor } from '../nodes.ts';
import type { Resolved } from '../resolve-query.ts';
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
    const missing: OutcomeTable = { ...span, ageDays: null, rows: [], absent: 'not-collected' };
    return { groups: missing, areas: missing };
  }
  const read = (by: string[], nodes: readonly string[]) => linesOf(release, question, period, by, nodes);
  const whole = rowsOf(
    read(['part'], [area]),
    () => ALL,
    () => 'All of these crimes',
  );
  const groups = rowsOf(
    read(['offenceGroup', 'part'], [area]),
    (key) => key.offenceGroup,
    (code) => labelOf(pinned, 'offenceGroup', code),
  );
  const areas = rowsOf(
    read(
      ['part'],
      nodesFor(areaSet, area).filter((node) => node !== area),
    ),
    (key) => key.area,
    (code) => areaName(pinned, areaSet, code),
  );
  return {
    groups: { ...span, rows: [...whole, ...groups] },
    areas: { ...span, rows: [...whole, ...areas.filter(worthShowing)] },
  };
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
  const reading = { ...mix.reading, statistic: 'share', by, nodes, periods: [period] };
  const resolved: Resolved = { ...mix, byArea: true, reading };
  return nodes.length === 0 ? [] : seriesOf(release, resolved).series;
}

/** One row per code, of the lines of its parts. */
function rowsOf(
  lines: readonly KeyedSeries[],
  codeOf: (key: KeyedSeries['key']) => string,
  nameOf: (code: string) => string,
): OutcomeRow[] {
  const codes = [...new Set(lines.map(({ key }) => codeOf(key)))];
  return codes.map((code) => {
    const own = lines.filter(({ key }) => codeOf(key) === code);
    return {
      code,
      label: nameOf(code),
      crimes: own[0].points[0].n,
      shares: own.map((line) => shareOf(line)),
    };
  });
}

function shareOf({ key, label, points: [point] }: KeyedSeries): OutcomeRow['shares'][number] {
  const { value, numerator = 0, interval, absent } = point;
  return {
    part: key.part,
    label,
    value,
    numerator,
    ...(interval && { interval }),
    ...(absent && { absent }),
  };
}

const worthShowing = ({ code, crimes }: OutcomeRow) => code !== NOT_ALLOCATED || crimes > 0;
