import { getBoard, readBoard } from '../../server/src/read-models/get-board.ts';
import { forgetJudgements } from '../../server/src/read-models/judge/judge-lines.ts';
import { forgetStanding } from '../../server/src/read-models/judge/standing.ts';
import { loadCells, loadReleaseRecords } from '../../server/src/releases/load-releases.ts';
import { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import type { BenchDatabase } from './bench-database.ts';
import { covered } from './load-facts.ts';
import { collectGarbage, force, median, timed } from './report.ts';

/** Milliseconds of a board with every verdict, and of the same board without them. */
export interface BoardTimes {
  judgedMs: number;
  plainMs: number;
}

const repetitions = 9;
const warmUps = 10;

export async function measureJudgedBoard({ db }: BenchDatabase): Promise<BoardTimes> {
  const [record] = await loadReleaseRecords(db, force);
  const cells = [...(await loadCells(db, force, 0)).values()];
  const fresh = () => {
    const release = new LoadedRelease(record, cells);
    release.warm();
    return release;
  };
  const asked = fresh();
  const judgedMs: number[] = [];
  const plainMs: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const [one, other] = [fresh(), fresh()];
    collectGarbage();
    // The code has run before, as in a server that is up; of these releases nothing has been asked.
    for (let k = 0; k < warmUps; k++) readAnew(asked);
    plainMs.push(await timed(() => readBoard(one, covered.to)));
    judgedMs.push(await timed(() => getBoard(other, covered.to)));
  }
  return { judgedMs: median(judgedMs), plainMs: median(plainMs) };
}

function readAnew(release: LoadedRelease): void {
  forgetJudgements(release);
  forgetStanding(release);
  readBoard(release, covered.to);
  getBoard(release, covered.to);
}
