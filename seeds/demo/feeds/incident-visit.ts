import type { Random } from '../random.ts';
import { dispatchByHour } from '../story/day-and-hour.ts';
import { isArrivalMissing } from '../story/missing-arrivals.ts';
import { otherAgencyShare } from '../story/other-agencies.ts';
import type { WaitModel } from '../story/response-waits.ts';
import { videoStage } from '../story/video-response.ts';
import type { IncidentKind } from './incident-kind.ts';

const attendedShare = [0.97, 0.93, 0.82, 0.1] as const;
const deferredShare = { domestic: [0.003, 0.05, 0.14, 0.1], other: [0.001, 0.02, 0.08, 0.05] } as const;

export interface Visit {
  deferred: boolean;
  closure: string;
  stage: string;
  /** UTC seconds; 0 = not recorded. */
  dispatchedAt: number;
  arrivedAt: number;
  videoAt: number;
  /** Where the wait for dispatch stands among its like, 0 to 1. */
  waitRank: number;
}

/** What was done about a call received at an instant, and when. */
export function drawVisit(
  kind: IncidentKind,
  month: number,
  lpaIndex: number,
  receivedAt: number,
  hour: number,
  rural: boolean,
  waits: WaitModel,
  random: Random,
): Visit {
  const grade = kind.workedGrade;
  const group = kind.isDomestic ? 'domestic' : 'other';
  const deferred = random.chance(deferredShare[group][grade - 1]);
  const standing = random.normal();
  const dispatchMinutes = deferred
    ? 900 * Math.exp(0.5 * standing)
    : waits.dispatchMedian * dispatchByHour[hour] * Math.exp(waits.dispatchSpread * standing);
  const travelMinutes = random.lognormal(waits.travelMedian * (rural ? 1.25 : 0.9), waits.travelSpread);
  const lost = isArrivalMissing(receivedAt, lpaIndex, random);
  const undispatched = random.chance(0.03);
  const draw = random.next();
  const stage = kind.isDomestic ? videoStage(month, grade, kind.risk, lpaIndex, random) : '';
  const closure = stage === 'completed' ? 'video' : closureOf(kind, month, grade, draw);
  const dispatchedAt = receivedAt + Math.round(dispatchMinutes * 60);
  const visited = closure === 'attended';
  return {
    deferred,
    closure,
    stage,
    dispatchedAt: visited && !undispatched ? dispatchedAt : 0,
    arrivedAt: visited && !lost ? dispatchedAt + Math.round(travelMinutes * 60) : 0,
    videoAt: closure === 'video' ? receivedAt + Math.round(random.lognormal(9, 0.6) * 60) : 0,
    waitRank: 1 / (1 + Math.exp(-1.702 * standing)),
  };
}

function closureOf(kind: IncidentKind, month: number, grade: number, draw: number): string {
  const agencies = grade === 1 ? 0 : otherAgencyShare(month, kind.isDomestic, kind.incidentClass);
  if (draw < agencies) return 'other_agency';
  const attended = agencies + (1 - agencies) * attendedShare[grade - 1];
  if (draw < attended) return 'attended';
  const left = (draw - attended) / (1 - attended);
  if (left < 0.72 && grade > 2) return 'telephone';
  return left < 0.86 ? 'not_attended' : 'cancelled';
}
