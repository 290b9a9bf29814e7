import type { UnitName } from '../contract/common.ts';
import type { KeyedSeries } from '../contract/series.ts';
import type { AreaFlag, Outlook, Variation } from '../contract/verdict.ts';
import type { CsvValue } from './csv.ts';
import { inPageUnit } from './page-unit.ts';

export const verdictColumns = [
  'variation',
  'variation_month',
  'variation_pattern',
  'variation_since',
  'target_outlook',
  'area_flag',
  'area_flag_standing',
  'verdict_absent',
] as const;

/** What of a line's judgement stands in a table; a part that there is not is empty. */
export interface VerdictParts {
  readonly variation?: Variation | undefined;
  readonly outlook?: Outlook | undefined;
  readonly flag?: AreaFlag | undefined;
  readonly spcAbsent?: KeyedSeries['spcAbsent'];
}

/** The verdict words of a line, as the pages print them. */
export function verdictCells({ variation, outlook, flag, spcAbsent }: VerdictParts): CsvValue[] {
  return [
    variation?.word,
    variation?.at,
    variation?.ruleWords ?? (variation && !variation.rule ? variation.sentence : null),
    variation?.since,
    outlook?.word,
    flag ? (flag.word ?? flag.absent ?? 'not told apart') : null,
    flag ? flag.standing : null,
    spcAbsent?.text,
  ];
}

export const limitColumns = ['average', 'lower_limit', 'upper_limit', 'signals', 'not_judged'] as const;

/** The limits of one month of a line and the rules that fired there; empty for a line without limits. */
export function limitCells(spc: KeyedSeries['spc'], period: string, unit: UnitName): CsvValue[] {
  const point = spc?.points.find((one) => one.period === period);
  const segment = point && spc?.segments[point.segment];
  if (!point || !segment) return limitColumns.map(() => null);
  const isBefore = point.why === 'before-baseline' || point.why === 'no-value';
  const limits = [segment.mean, segment.lower, segment.upper].map((limit) =>
    isBefore ? null : inPageUnit(limit, unit),
  );
  const signals = point.signals.map(({ rule, direction }) => `${rule} ${direction}`).join('; ');
  return [...limits, signals, point.why];
}
