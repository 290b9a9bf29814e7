import { getBoard, readBoard } from '../../server/src/read-models/get-board.ts';
import { loadCells, loadReleaseRecords } from '../../server/src/releases/load-releases.ts';
import { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import type { BenchDatabase } from './bench-database.ts';
import { covered } from './load-facts.ts';
import { force, median, timed } from './report.ts';

/** Milliseconds of a board with every verdict, and of the same board without them. */
export interface BoardTimes {
  judgedMs: number;
  plainMs: number;
}

const repetitions = 7;

export async function measureJudgedBoard({ db }: BenchDatabase): Promise<BoardTimes> {
  const [record] = await loadReleaseRecords(db, force);
  const cells = [...(await loadCells(db, force, 0)).values()];
  const fresh = () => {
    const release = new LoadedRelease(record, cells);
    release.warm();
    return release;
  };
  const judgedMs: number[] = [];
  const plainMs: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const [one, other] = [fresh(), fresh()];
    plainMs.push(await timed(() => readBoard(one, covered.to)));
    judgedMs.push(await timed(() => getBoard(other, covered.to)));
  }
  return { judgedMs: median(judgedMs), plainMs: median(plainMs) };
}
