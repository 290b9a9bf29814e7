import type { RuleSet } from '../spc/rule-set.ts';
import { lowerGamma } from '../special/gamma.ts';
import { type GappedSeries, pooledAutocorrelation } from './autocorrelation.ts';
import { falseSignalShare, sparseAllowance } from './false-share.ts';
import { countIndependent } from './independent-measures.ts';

/**
 * One judged row of a board: how many points its limits rest on and how many follow, whether its latest point is
 * flagged, and its values less the mean of their segment, null where missing, aligned by month with the other rows.
 * Rows too early or too sparse to judge are left out by the caller.
 */
export type MeterRow = {
  baselinePoints: number;
  after: number;
  /** Mean cases a month, on the scarcer side of a share; null where values are not counted. */
  fewest: number | null;
  isFlagged: boolean;
  deviations: GappedSeries;
};

/**
 * Signals a board of this size shows by chance beside those it shows. `independent` figures count measures that move
 * together once; `chanceOfAsMany` is how often chance alone would show so many.
 */
export type FalseAlarmMeter = {
  ruleSet: { id: string; version: number };
  measures: number;
  independentMeasures: number;
  autocorrelation: number;
  expected: number;
  expectedIndependent: number;
  shown: number;
  shownIndependent: number;
  chanceOfAsMany: number;
};

/**
 * Expected false signals: Σ over rows of the chance that a steady series of that length is flagged, more where its cases
 * are few (`sparseAllowance`), at the lag-1
 * correlation estimated from the rows together (taken as 0 where none can be: independence flatters the board, and the
 * reply says which was used). Counted once: × independent measures / measures. `chanceOfAsMany` takes the count as
 * Poisson. An empty board gives 0 everywhere and chance 1.
 * Source of the shares: simulation (`falseShareTable`); of the independent count: `countIndependent`.
 * Example: 16 unrelated rows of 24 + 12 points without correlation: expected 16 × 0.0389 = 0.62.
 */
export function measureFalseAlarms(
  rows: readonly MeterRow[],
  ruleSet: Pick<RuleSet, 'id' | 'version'>,
): FalseAlarmMeter {
  const autocorrelation = Math.max(0, pooledAutocorrelation(rows.map(({ deviations }) => deviations)) ?? 0);
  const independentMeasures = countIndependent(seriesOf(rows), autocorrelation);
  const flagged = rows.filter(({ isFlagged }) => isFlagged);
  const chances = rows.map((row) =>
    Math.min(1, falseSignalShare(ruleSet, { ...row, autocorrelation }) * sparseAllowance(row.fewest)),
  );
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  const expectedIndependent = rows.length === 0 ? 0 : (expected * independentMeasures) / rows.length;
  const shownIndependent = countIndependent(seriesOf(flagged), autocorrelation);
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    measures: rows.length,
    independentMeasures,
    autocorrelation,
    expected,
    expectedIndependent,
    shown: flagged.length,
    shownIndependent,
    chanceOfAsMany: shownIndependent === 0 ? 1 : lowerGamma(shownIndependent, expectedIndependent),
  };
}

function seriesOf(rows: readonly MeterRow[]): GappedSeries[] {
  return rows.map(({ deviations }) => deviations);
}
