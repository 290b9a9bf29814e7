import { type Random, shareBelow } from '../random.ts';
import { dispatchByHour } from '../story/day-and-hour.ts';
import { isArrivalMissing } from '../story/missing-arrivals.ts';
import { otherAgencyShare } from '../story/other-agencies.ts';
import type { WaitModel } from '../story/response-waits.ts';
import { videoStage } from '../story/video-response.ts';
import type { IncidentKind } from './incident-kind.ts';

const attendedShare = [0.97, 0.93, 0.82, 0.1] as const;
const deferredShare = { domestic: [0.003, 0.05, 0.14, 0.1], other: [0.001, 0.02, 0.08, 0.05] } as const;
/** Where the victim asked for a later time: a median of most of a day. */
const deferral = { medianMinutes: 700, spread: 0.45 } as const;
const connection = { medianMinutes: 9, spread: 0.6 } as const;
const ruralTravel = 1.25;
const urbanTravel = 0.9;
const undispatchedShare = 0.03;

/** A call as the control room sees it. */
export interface Call {
  kind: IncidentKind;
  month: number;
  lpaIndex: number;
  /** UTC seconds. */
  receivedAt: number;
  hour: number;
  rural: boolean;
}

/** What was done about a call. Instants in UTC seconds, 0 where nothing was recorded. */
export interface Visit {
  deferred: boolean;
  closure: string;
  stage: string;
  dispatchedAt: number;
  arrivedAt: number;
  videoAt: number;
  /** Where the wait for dispatch stands among its like, 0 to 1. */
  waitRank: number;
}

export function drawVisit(call: Call, waits: WaitModel, random: Random): Visit {
  const { kind, month, lpaIndex, receivedAt } = call;
  const grade = kind.workedGrade;
  const deferred = random.chance(deferredShare[kind.isDomestic ? 'domestic' : 'other'][grade - 1]);
  const standing = random.normal();
  const dispatchMinutes = deferred
    ? deferral.medianMinutes * Math.exp(deferral.spread * standing)
    : waits.dispatchMedian * dispatchByHour[call.hour] * Math.exp(waits.dispatchSpread * standing);
  const travelMedian = waits.travelMedian * (call.rural ? ruralTravel : urbanTravel);
  const travelMinutes = random.lognormal(travelMedian, waits.travelSpread);
  const lost = isArrivalMissing(receivedAt, lpaIndex, random);
  const undispatched = random.chance(undispatchedShare);
  const draw = random.next();
  const stage = kind.isDomestic ? videoStage(month, grade, kind.risk, lpaIndex, random) : '';
  const closure = stage === 'completed' ? 'video' : closureOf(kind, month, draw);
  const visited = closure === 'attended';
  const dispatchedAt = receivedAt + Math.round(dispatchMinutes * 60);
  const videoSeconds = Math.round(random.lognormal(connection.medianMinutes, connection.spread) * 60);
  return {
    deferred,
    closure,
    stage,
    dispatchedAt: visited && !undispatched ? dispatchedAt : 0,
    arrivedAt: visited && !lost ? dispatchedAt + Math.round(travelMinutes * 60) : 0,
    videoAt: closure === 'video' ? receivedAt + videoSeconds : 0,
    waitRank: shareBelow(standing),
  };
}

function closureOf(kind: IncidentKind, month: number, draw: number): string {
  const grade = kind.workedGrade;
  const agencies = grade === 1 ? 0 : otherAgencyShare(month, kind.isDomestic, kind.incidentClass);
  if (draw < agencies) return 'other_agency';
  const attended = agencies + (1 - agencies) * attendedShare[grade - 1];
  if (draw < attended) return 'attended';
  const left = (draw - attended) / (1 - attended);
  if (left < 0.72 && grade > 2) return 'telephone';
  return left < 0.86 ? 'not_attended' : 'cancelled';
}
