import type { FalseAlarm } from '../../contract/board.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { measureFalseAlarms } from '../../stats/false-alarm/meter.ts';
import { meterRow } from '../../stats/false-alarm/meter-row.ts';
import { makingDataCountR } from '../../stats/spc/rule-set.ts';
import { fewestOf } from '../../stats/spc/sparse.ts';
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
    judged.flatMap(
      ({ row: { variation }, whole }) =>
        meterRow(whole.xmr, months, { at: variation.at, fewest: fewestAt(whole, variation.at) }) ?? [],
    ),
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

function fewestAt({ xmr, meanCounts }: JudgedLine, month: string | null): number | null {
  const point = xmr.points.find(({ at }) => at === month);
  return fewestOf(point ? meanCounts[point.segment] : null);
}
