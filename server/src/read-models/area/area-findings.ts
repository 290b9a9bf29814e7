import type { AreaFinding } from '../../contract/area-page.ts';
import type { QualityCheck } from '../../contract/measure.ts';
import { changeStatement, outlierStatement, standingStatement } from '../findings/board.ts';
import { lineUnit } from '../judge/line-unit.ts';
import { requireMetric } from '../resolve-query.ts';
import type { ReadAreaRow } from './area-row.ts';

const order: readonly AreaFinding['kind'][] = ['worse', 'outlier', 'better', 'shift', 'data-quality'];

/** What the rules picked out for one area this month, in order of precedence, then as on the board. */
export function changedOf(
  name: string,
  rows: readonly ReadAreaRow[],
  quality: readonly QualityCheck[],
): AreaFinding[] {
  const found = [
    ...rows.flatMap((read) => [...ownChange(read), ...newOutlier(name, read)]),
    ...quality.filter(({ ok }) => !ok).map(describeQuality),
  ];
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Its lasting differences from the other areas, each once, in board order. */
export function standingOf(name: string, rows: readonly ReadAreaRow[]): AreaFinding[] {
  return rows.flatMap(({ row, standing }) => {
    if (!standing?.side) return [];
    const { words } = lineUnit(requireMetric(row.metric), row.statistic);
    const statement = standingStatement(name, row.label, standing, words);
    return { ...of(row), kind: 'outlier' as const, statement, evidence: standing.sentence };
  });
}

function ownChange({ row }: ReadAreaRow): AreaFinding[] {
  const { variation, label } = row;
  if (!variation || variation.ruleWords === null) return [];
  const { kind, ruleWords, intended, sentence } = variation;
  if (kind !== 'improvement' && kind !== 'concern' && kind !== 'shift') return [];
  const reason = kind === 'improvement' ? 'better' : kind === 'concern' ? 'worse' : 'shift';
  const statement = changeStatement(label, ruleWords, intended);
  return [{ ...of(row), kind: reason, statement, evidence: sentence }];
}

function newOutlier(name: string, { row }: ReadAreaRow): AreaFinding[] {
  const { flag } = row;
  if (!flag.side || flag.standing) return [];
  const { words } = lineUnit(requireMetric(row.metric), row.statistic);
  const statement = outlierStatement(name, row.label, flag, words);
  return [{ ...of(row), kind: 'outlier', statement, evidence: flag.sentence }];
}

function describeQuality({ text, numerator, denominator }: QualityCheck): AreaFinding {
  const evidence = `${numerator} of ${denominator} rows.`;
  return { row: null, kind: 'data-quality', statement: text, evidence, metric: null, parameters: {} };
}

function of({ id, metric, parameters }: ReadAreaRow['row']) {
  return { row: id, metric, parameters: { ...parameters } };
}
