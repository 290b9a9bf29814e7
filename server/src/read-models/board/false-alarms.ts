import type { BoardRow, FalseAlarm } from '../../contract/board.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { type MeterRow, measureFalseAlarms } from '../../stats/false-alarm/meter.ts';
import { makingDataCountR } from '../../stats/spc/rule-set.ts';
import { alarmSentence } from '../findings/board.ts';
import { type JudgedLine, judgeLines } from '../judge/judge-lines.ts';
import type { ReadRow } from './board-row.ts';

const judgedKinds: readonly string[] = ['improvement', 'concern', 'shift', 'common-cause'];

/** Signals that chance alone would show on a board of these rows, beside those shown. */
export function falseAlarmOf(release: LoadedRelease, rows: readonly ReadRow[]): FalseAlarm {
  const judged = rows.flatMap(({ row, line }) => {
    const [whole] = judgeLines(release, line.reading);
    return whole && judgedKinds.includes(row.variation.kind) ? [{ row, whole }] : [];
  });
  const months = [...new Set(judged.flatMap(({ whole }) => whole.points.map(({ period }) => period)))].sort();
  const meter = measureFalseAlarms(
    judged.flatMap(({ row, whole }) => meterRow(row, whole, months) ?? []),
    makingDataCountR,
  );
  const { measures, independentMeasures, autocorrelation, shown, shownIndependent, chanceOfAsMany } = meter;
  return {
    measures,
    independentMeasures,
    autocorrelation,
    expected: meter.expectedIndependent,
    shown,
    shownIndependent,
    chanceOfAsMany,
    sentence: alarmSentence(meter),
  };
}

/** Only the baseline's months enter the correlation: a real change after them would read as one. */
function meterRow(row: BoardRow, { xmr }: JudgedLine, months: readonly string[]): MeterRow | null {
  const point = xmr.points.find(({ at }) => at === row.variation.at);
  const segment = point && xmr.segments[point.segment];
  if (!point || !segment?.baseline || segment.mean === null) return null;
  const { baseline, mean } = segment;
  const values = new Map(
    xmr.points
      .filter(({ at, unjudged }) => unjudged === null && at >= baseline.from && at <= baseline.to)
      .map(({ at, value }) => [at, value]),
  );
  const after = xmr.points.filter(
    (one) =>
      one.segment === point.segment && one.unjudged === null && one.at > baseline.to && one.at <= point.at,
  );
  return {
    baselinePoints: baseline.completePoints,
    after: after.length,
    isFlagged: row.variation.kind !== 'common-cause',
    deviations: months.map((month) => {
      const value = values.get(month) ?? null;
      return value === null ? null : value - mean;
    }),
  };
}
