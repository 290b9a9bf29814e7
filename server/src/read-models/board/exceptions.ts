import type { BoardException, BoardRow } from '../../contract/board.ts';
import type { QualityCheck } from '../../contract/measure.ts';
import { changeStatement, missedStatement, outlierStatement } from '../findings/board.ts';
import { figuresOf, monthText } from '../findings/format.ts';
import { describeRange, figuresBeside } from '../findings/variation.ts';
import { inWords, lineUnit } from '../judge/line-unit.ts';
import { requireMetric } from '../resolve-query.ts';
import { flagSigmas, shareSigmas, targetSigmas } from './sizes.ts';

/** Names of areas by code. */
export type AreaNames = ReadonlyMap<string, string>;

const reasonOrder: readonly BoardException['reason'][] = [
  'worse',
  'area-outlier',
  'target-missed',
  'better',
  'shift',
  'data-quality',
];

/** Months running that miss a target before it is called missed. */
const monthsMissedAtLeast = 3;
const mostStandingOut = 5;

/** Everything the rules picked out: by reason, then by size, then as on the board. */
export function exceptionsOf(
  rows: readonly BoardRow[],
  quality: readonly QualityCheck[],
  names: AreaNames,
): BoardException[] {
  const found = [
    ...rows.flatMap((row) => [...changeOf(row), ...outliersOf(row, names), ...missedOf(row)]),
    ...quality.map(describeQuality),
  ];
  return found.toSorted((a, b) => rankOf(a) - rankOf(b) || (b.size ?? 0) - (a.size ?? 0));
}

/** The first exceptions of as many measures: a selection, which the page must say. */
export function pickStandingOut(exceptions: readonly BoardException[]): BoardException[] {
  const firsts = new Map(exceptions.toReversed().map((one) => [one.row ?? one.id, one]));
  return exceptions.filter((one) => firsts.get(one.row ?? one.id) === one).slice(0, mostStandingOut);
}

function rankOf({ reason }: BoardException): number {
  return reasonOrder.indexOf(reason);
}

function changeOf(row: BoardRow): BoardException[] {
  const { variation, label } = row;
  const { kind, ruleWords, sigmas, intended } = variation;
  if ((kind !== 'improvement' && kind !== 'concern' && kind !== 'shift') || ruleWords === null) return [];
  const reason = kind === 'improvement' ? 'better' : kind === 'concern' ? 'worse' : 'shift';
  return [
    {
      ...ofRow(row, reason, null),
      word: 'Real change',
      detail: ruleWords,
      statement: changeStatement(label, ruleWords, intended),
      evidence: rangeEvidence(row),
      size: sigmas === null ? null : Math.abs(sigmas),
    },
  ];
}

/** Value judged, average and usual range. */
function rangeEvidence(row: BoardRow): string {
  const { variation, spark, spc, metric, statistic } = row;
  const value = spark.find(({ period }) => period === variation.at)?.value ?? null;
  const point = spc?.points.find(({ period }) => period === variation.at);
  const segment = point && spc?.segments[point.segment];
  if (!segment || value === null || variation.at === null) return variation.sentence;
  const range = inWords(lineUnit(requireMetric(metric), statistic), segment);
  const figures = figuresBeside(row, value, range, true);
  return `${figures.value(value)} in ${monthText(variation.at)}. ${describeRange(figures, range)}`;
}

function outliersOf(row: BoardRow, names: AreaNames): BoardException[] {
  const { words } = lineUnit(requireMetric(row.metric), row.statistic);
  return row.areas.flatMap(({ area, flag }) => {
    if (!flag?.side || flag.standing) return [];
    const statement = outlierStatement(names.get(area) ?? area, row.label, flag, words);
    return [
      {
        ...ofRow(row, 'area-outlier', area),
        word: 'Area outlier',
        detail: '99.8% limits',
        statement,
        evidence: flag.sentence,
        size: flagSigmas(flag),
      },
    ];
  });
}

function missedOf(row: BoardRow): BoardException[] {
  const { outlook, variation, unit, decimals, label } = row;
  const { target, monthsMissed } = outlook;
  const isMissed = monthsMissed >= monthsMissedAtLeast;
  if (!target || (!isMissed && outlook.kind !== 'likely-to-miss')) return [];
  const value = row.spark.find(({ period }) => period === variation.at)?.value ?? null;
  const figures = figuresOf(unit, decimals, [value, target.value], [[value, target.value]]);
  const last =
    value === null || variation.at === null ? '' : `${figures.value(value)} in ${monthText(variation.at)}. `;
  return [
    {
      ...ofRow(row, 'target-missed', null),
      word: isMissed ? 'Target missed' : 'Likely to miss',
      detail: variation.word,
      statement: missedStatement(label, figures, target, isMissed ? monthsMissed : 0),
      evidence: `${last}${outlook.sentence}`,
      size: targetSigmas(row),
    },
  ];
}

function describeQuality(check: QualityCheck): BoardException {
  return {
    id: `data-quality ${check.id} ${check.area ?? 'force'} ${check.period}`,
    reason: 'data-quality',
    word: 'Data quality',
    detail: 'outside tolerance',
    statement: check.text,
    evidence: `${check.numerator} of ${check.denominator} rows.`,
    row: null,
    area: check.area,
    metric: null,
    parameters: {},
    size: shareSigmas(check),
  };
}

function ofRow(row: BoardRow, reason: BoardException['reason'], area: string | null) {
  const parameters = area === null ? row.filter : { ...row.filter, area };
  const id = [row.id, reason, area].filter((part) => part !== null).join(' ');
  return { id, reason, row: row.id, area, metric: row.metric, parameters: { ...parameters } };
}
