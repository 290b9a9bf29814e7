import type { CohortMonth, OutcomeRow, OutcomeTable } from '../../contract/cohort.ts';
import type { Series } from '../../contract/series.ts';
import type { Finding } from '../../contract/verdict.ts';
import { NOT_ALLOCATED } from '../../metrics/areas.ts';
import { flagConfidence, flagProportionAreas } from '../../stats/areas/area-flags.ts';
import {
  atAgeFinding,
  compositionFinding,
  outcomesFinding,
  type RowWords,
  spanText,
} from '../findings/cohorts.ts';
import { figuresOf, whenText } from '../findings/format.ts';

const shares = figuresOf('fraction', 1);

/** Title of the composition, over the months old enough to judge. */
export function findComposition(
  { series }: Series,
  months: readonly CohortMonth[],
  { basis, maturesAfterDays }: { basis: 'recorded' | 'closed'; maturesAfterDays: number },
): Finding {
  const young = new Set(months.filter((month) => month.young).map(({ month }) => month));
  const isJudged = ({ period, absent }: Series['series'][number]['points'][number]) =>
    !young.has(period) && absent !== 'not-collected';
  const judged = series[0]?.points.filter(isJudged) ?? [];
  const [first, last] = [judged[0], judged.at(-1)];
  return compositionFinding(shares, {
    basis,
    when:
      first && last
        ? `${basis === 'recorded' ? 'recorded' : 'assigned'} ${spanText({ fromMonth: first.period, toMonth: last.period })}`
        : null,
    total: judged.reduce((sum, { n }) => sum + n, 0),
    parts: series.map(({ key, label, points }) => ({
      code: key.part,
      label,
      count: points.filter(isJudged).reduce((sum, { numerator = 0 }) => sum + numerator, 0),
    })),
    young: { periods: young.size, one: 'month' },
    maturesAfterDays,
  });
}

/** Title of a composition by any period: its newest one old enough. */
export function findNewestComposition(
  { series, grain, filter }: Series,
  maturesAfterDays: number | null,
): Finding {
  const basis = filter.basis === 'closed' ? 'closed' : 'recorded';
  const points = series[0]?.points.filter(({ n }) => n > 0) ?? [];
  const isYoung = ({ status }: Series['series'][number]['points'][number]) => status.includes('immature');
  const newest = points.findLast((point) => !isYoung(point));
  return compositionFinding(shares, {
    basis,
    when: newest ? `${basis === 'recorded' ? 'recorded' : 'assigned'} ${whenText(newest.period)}` : null,
    total: newest?.n ?? 0,
    parts: series.map(({ key, label, points: own }) => ({
      code: key.part,
      label,
      count: own.find(({ period }) => period === newest?.period)?.numerator ?? 0,
    })),
    young: { periods: points.filter(isYoung).length, one: periodWord(grain) },
    maturesAfterDays: maturesAfterDays ?? 0,
  });
}

const periodWord = (grain: Series['grain']) => (grain === 'month' || grain === 'quarter' ? grain : 'period');

/** Title of the outcomes at one age, from the verdict of each; `labels` names them in their order. */
export function findAtAge(
  atAge: readonly Series[],
  withinDays: number,
  labels: readonly string[],
): Finding | null {
  if (atAge.length === 0) return null;
  const outcomes = atAge.map(({ series: [line] }, i) => ({
    label: labels[i],
    variation: line?.variation ?? null,
    value: line?.points.find(({ period }) => period === line.variation?.at)?.value ?? null,
  }));
  return atAgeFinding(shares, withinDays, outcomes);
}

/** Parts of the outcomes in which rows are set beside each other. */
const COMPARED = ['oc16', 'oc15', 'charged'];

/** Rows with each compared share set beside the other rows together; all crimes, and those of no area, are left out. */
export function compareRows(rows: readonly OutcomeRow[]): OutcomeRow[] {
  const compared = rows.filter(isCompared);
  const differences = COMPARED.map((part) => {
    const counted = compared.map(({ crimes, shares: own }) => ({
      numerator: own.find((share) => share.part === part)?.numerator ?? 0,
      denominator: crimes,
    }));
    return { part, flags: flagProportionAreas(counted) };
  });
  return rows.map((row) => {
    const at = compared.indexOf(row);
    if (at < 0) return row;
    return {
      ...row,
      shares: row.shares.map((share) => {
        const flag = differences.find(({ part }) => part === share.part)?.flags[at];
        if (!flag || flag.estimate === null) return share;
        const { estimate, lower, upper, flag: side } = flag;
        return { ...share, difference: { estimate, lower, upper, confidence: flagConfidence, side } };
      }),
    };
  });
}

const ALL = 'all';
const isCompared = ({ code }: OutcomeRow) => code !== ALL && code !== NOT_ALLOCATED;

/** Title of a table of outcomes, from its own rows. */
export function findOutcomes(rows: OutcomeTable['rows'], words: RowWords): Finding {
  const compared = rows.filter(isCompared);
  const parts = COMPARED.map((part) => ({
    label: rows[0]?.shares.find((share) => share.part === part)?.label ?? part,
    rows: compared.map(({ label, shares: own }) => ({
      name: label,
      difference: own.find((share) => share.part === part)?.difference,
    })),
  }));
  return outcomesFinding(parts, words);
}
