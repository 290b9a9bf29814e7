import { monthName } from '../../../server/src/stats/time/calendar.ts';
import { climate } from '../climate.ts';
import { formatInstant, MonthClock } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { type District, forceCode, pickDistrict } from '../places.ts';
import { Random, weighted } from '../random.ts';
import { hourWeights, weekdayWeights } from '../story/day-and-hour.ts';
import { gradeAtClose } from '../story/grading-review.ts';
import { createWaitModel } from '../story/response-waits.ts';
import { volumes } from '../story/volumes.ts';
import { monthlyMean } from '../volume.ts';
import { drawIncidentKind, type IncidentKind } from './incident-kind.ts';
import { drawVisit, type Visit } from './incident-visit.ts';

export const incidentColumns = [
  'incident_ref',
  'area_code',
  'received_at',
  'dispatched_at',
  'arrived_at',
  'video_connected_at',
  'initial_grade',
  'final_grade',
  'domestic_abuse',
  'deferred_by_victim',
  'incident_class',
  'closure',
  'video_stage',
  'priority_area',
  'risk',
  'first_report',
] as const;

const hours = {
  domestic: weighted(hourWeights.domestic.map((weight, hour) => [hour, weight] as const)),
  other: weighted(hourWeights.other.map((weight, hour) => [hour, weight] as const)),
};

interface Incident {
  reference: string;
  district: District;
  /** True where the call could only be placed in the force. */
  unplaced: boolean;
  receivedAt: number;
  priorityArea: string;
  kind: IncidentKind;
  visit: Visit;
  finalGrade: number;
}

/** Command and control: one row per call, as known at each release. */
export function createIncidents(context: MakeContext): FeedMaker {
  const { seed, scale } = context;
  const files = context.open('incidents', incidentColumns);
  const waitsOf = createWaitModel(seed);
  const mood = { domestic: climate(seed, 'calls/da', 0.5, 0.025), other: climate(seed, 'calls', 0.5, 0.02) };
  return {
    makeMonth(month) {
      const name = monthName(month);
      const random = new Random(seed, `incidents/${name}`);
      const domestic = monthlyMean(volumes.incidentsDomestic, 'domestic', month) * mood.domestic(month);
      const all = domestic + monthlyMean(volumes.incidentsOther, 'other', month) * mood.other(month);
      const count = random.at(-1).poisson(all * scale);
      const clock = new MonthClock(month, weekdayWeights);
      const waits = waitsOf(month);
      for (let index = 0; index < count; index++) {
        random.at(index);
        const kind = drawIncidentKind(domestic / all, random);
        const district = pickDistrict(random.next());
        const unplaced = random.chance(0.004);
        const rural = random.chance(district.rural);
        const hour = hours[kind.isDomestic ? 'domestic' : 'other'](random.next());
        const dayStart = clock.dayStart((index + random.next()) / count);
        const receivedAt = clock.instant(dayStart, hour, random);
        const wait = waits(kind.workedGrade, kind.isDomestic, district.lpaIndex);
        const visit = drawVisit(kind, month, district.lpaIndex, receivedAt, hour, rural, wait, random);
        const finalGrade = gradeAtClose(kind.workedGrade, month, kind.isDomestic, visit.waitRank, random);
        const reference = `I-${name.slice(2, 4)}${name.slice(5)}-${String(index + 1).padStart(6, '0')}`;
        const priorityArea = rural ? 'rural' : 'urban';
        const incident = { reference, district, unplaced, receivedAt, priorityArea, kind, visit, finalGrade };
        write(incident, month);
      }
      function write(incident: Incident, anchor: number): void {
        const draw = random.next();
        const later = anchor + (random.chance(0.8) ? 1 : 2);
        if (draw < 0.005) {
          files.add(row(incident), anchor, later);
        } else if (draw < 0.019) {
          files.addVersions([anchor, later], anchor, (asAt) => row(incident, asAt < later ? 'arrival' : ''));
        } else if (draw < 0.022 && incident.kind.isDomestic) {
          files.addVersions([anchor, later], anchor, (asAt) => row(incident, asAt < later ? 'flag' : ''));
        } else if (draw < 0.0235 && !incident.unplaced) {
          files.addVersions([anchor, later], anchor, (asAt) => row(incident, asAt < later ? 'place' : ''));
        } else {
          files.add(row(incident), anchor, anchor);
        }
      }
    },
    close: () => files.close(),
  };
}

/** @param unknown what had not reached the system yet: an arrival time, the domestic abuse flag or the place */
function row(incident: Incident, unknown: '' | 'arrival' | 'flag' | 'place' = ''): string {
  const { kind, visit, district } = incident;
  const area = incident.unplaced || unknown === 'place' ? forceCode : district.code;
  const arrivedAt = unknown === 'arrival' ? 0 : visit.arrivedAt;
  const flagged = kind.isDomestic && unknown !== 'flag';
  const abuse = flagged ? `${kind.risk},${kind.firstReport}` : ',';
  return `${incident.reference},${area},${formatInstant(incident.receivedAt)},${instant(visit.dispatchedAt)},${instant(arrivedAt)},${instant(visit.videoAt)},${kind.firstGrade},${incident.finalGrade},${flagged},${visit.deferred},${kind.incidentClass},${visit.closure},${flagged ? visit.stage : ''},${incident.priorityArea},${abuse}`;
}

function instant(utcSeconds: number): string {
  return utcSeconds === 0 ? '' : formatInstant(utcSeconds);
}
