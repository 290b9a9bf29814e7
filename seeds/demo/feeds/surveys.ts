import { dayName, monthName } from '../../../server/src/stats/time/calendar.ts';
import { daysIn, firstDayOf, monthOfDay } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { forceCode, pickDistrict } from '../places.ts';
import { Random, shareBelow } from '../random.ts';
import { lateness } from '../story/late-rows.ts';
import { createSatisfaction, questions } from '../story/satisfaction.ts';
import { volumes } from '../story/volumes.ts';

export const surveyColumns = [
  'response_ref',
  'area_code',
  'incident_month',
  'interviewed_on',
  'survey',
  'question',
  'answer',
] as const;

/** Interviews are held six to twelve weeks after the incident. */
const firstDay = 42;
const lastDay = 84;
/** How much of an answer is the person's own mood, the same for all five questions. */
const personShare = 0.6;

/** The telephone survey of domestic abuse victims: five answers per interview. */
export function createSurveys(context: MakeContext): FeedMaker {
  const { seed, scale } = context;
  const files = context.open('surveys', surveyColumns);
  const satisfaction = createSatisfaction(seed);
  return {
    makeMonth(month) {
      const name = monthName(month);
      const random = new Random(seed, `surveys/${name}`);
      const count = random.at(-1).poisson(volumes.interviews(month) * scale);
      const share = satisfaction(month);
      for (let index = 0; index < count; index++) {
        random.at(index);
        const district = pickDistrict(random.next());
        const area = random.chance(0.004) ? forceCode : district.code;
        const incidentOn = firstDayOf(month) + random.below(daysIn(month));
        const interviewedOn = incidentOn + firstDay + random.below(lastDay - firstDay + 1);
        const knownIn = monthOfDay(interviewedOn) + (random.chance(lateness.interview) ? 1 : 0);
        const reference = `R-${name.slice(2, 4)}${name.slice(5)}-${String(index + 1).padStart(4, '0')}`;
        const start = `${reference},${area},${name},${dayName(interviewedOn)},domestic_abuse`;
        const person = random.normal();
        for (const question of questions) {
          const own = random.normal();
          const mood = Math.sqrt(personShare) * person + Math.sqrt(1 - personShare) * own;
          const answer = answerOf(mood, share(question, district.lpaIndex), random.next());
          files.add(`${start},${question},${answer}`, month, knownIn);
        }
      }
    },
    close: () => files.close(),
  };
}

/** The answer of someone at a place on the scale, 0 the most content, when that share is satisfied. */
function answerOf(mood: number, satisfied: number, draw: number): string {
  if (draw < 0.012) return 'refused';
  const rank = shareBelow(mood);
  if (rank < satisfied) return rank < satisfied * 0.56 ? 'completely' : 'very';
  const rest = (rank - satisfied) / (1 - satisfied);
  if (rest < 0.4) return 'fairly';
  if (rest < 0.52) return 'neither';
  if (rest < 0.7) return 'fairly_dissatisfied';
  return rest < 0.86 ? 'very_dissatisfied' : 'completely_dissatisfied';
}
