import { monthName } from '../../../server/src/stats/time/calendar.ts';
import { climate } from '../climate.ts';
import { MonthClock } from '../clock.ts';
import { type District, pickDistrict } from '../places.ts';
import { Random, weighted } from '../random.ts';
import { hourWeights, weekdayWeights } from '../story/day-and-hour.ts';
import { gradeAtClose } from '../story/grading-review.ts';
import { createWaitModel } from '../story/response-waits.ts';
import { volumes } from '../story/volumes.ts';
import { monthlyMean } from '../volume.ts';
import { drawIncidentKind, type IncidentKind } from './incident-kind.ts';
import { drawVisit, type Visit } from './incident-visit.ts';

export interface Incident {
  reference: string;
  district: District;
  /** True where the call could only be placed in the force. */
  unplaced: boolean;
  /** UTC seconds. */
  receivedAt: number;
  priorityArea: 'urban' | 'rural';
  kind: IncidentKind;
  visit: Visit;
  finalGrade: number;
}

/** The calls of one month. `draw` leaves `random` in the call's own sequence, for what is drawn about it later. */
export interface IncidentMonth {
  count: number;
  random: Random;
  draw(index: number): Incident;
}

const hours = {
  domestic: weighted(hourWeights.domestic.map((weight, hour) => [hour, weight] as const)),
  other: weighted(hourWeights.other.map((weight, hour) => [hour, weight] as const)),
};

/** Draws calls, month by month: how many, what, where, when, and what was done. */
export function createIncidentMonths(seed: number, scale: number): (month: number) => IncidentMonth {
  const waitsOf = createWaitModel(seed);
  const mood = { domestic: climate(seed, 'calls/da', 0.5, 0.025), other: climate(seed, 'calls', 0.5, 0.02) };
  return (month) => {
    const name = monthName(month);
    const random = new Random(seed, `incidents/${name}`);
    const domestic = monthlyMean(volumes.incidentsDomestic, 'domestic', month) * mood.domestic(month);
    const all = domestic + monthlyMean(volumes.incidentsOther, 'other', month) * mood.other(month);
    const count = random.at(-1).poisson(all * scale);
    const clock = new MonthClock(month, weekdayWeights);
    const waits = waitsOf(month);
    const prefix = `I-${name.slice(2, 4)}${name.slice(5)}-`;
    return { count, random, draw };

    function draw(index: number): Incident {
      random.at(index);
      const kind = drawIncidentKind(domestic / all, random);
      const { isDomestic, workedGrade } = kind;
      const district = pickDistrict(random.next());
      const { lpaIndex } = district;
      const unplaced = random.chance(0.004);
      const rural = random.chance(district.rural);
      const hour = hours[isDomestic ? 'domestic' : 'other'](random.next());
      const dayStart = clock.dayStart((index + random.next()) / count);
      const receivedAt = clock.instant(dayStart, hour, random);
      const call = { kind, month, lpaIndex, receivedAt, hour, rural };
      const visit = drawVisit(call, waits(workedGrade, isDomestic, lpaIndex), random);
      const finalGrade = gradeAtClose(workedGrade, month, isDomestic, visit.waitRank, random);
      const reference = prefix + String(index + 1).padStart(6, '0');
      const priorityArea = rural ? 'rural' : 'urban';
      return { reference, district, unplaced, receivedAt, priorityArea, kind, visit, finalGrade };
    }
  };
}
