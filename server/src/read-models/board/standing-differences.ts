import type { StandingDifference } from '../../contract/board.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { standingStatement } from '../findings/board.ts';
import { lineUnit } from '../judge/line-unit.ts';
import { standingFlags } from '../judge/standing.ts';
import type { ReadRow } from './board-row.ts';
import type { AreaNames } from './exceptions.ts';

/** Lasting differences between areas, by row in board order, each once. */
export function standingDifferences(
  release: LoadedRelease,
  rows: readonly ReadRow[],
  names: AreaNames,
): StandingDifference[] {
  return rows.flatMap(({ row, areas: { reading } }) => {
    const { words } = lineUnit(reading.metric, reading.statistic);
    return [...standingFlags(release, reading, row.period)].flatMap(([area, flag]) => {
      if (!flag.side) return [];
      return {
        row: row.id,
        area,
        statement: standingStatement(names.get(area) ?? area, row.label, flag, words),
        evidence: flag.sentence,
        metric: row.metric,
        parameters: { ...row.filter, area },
        flag,
      };
    });
  });
}
