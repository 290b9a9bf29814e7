import { monthName } from '../../../server/src/stats/time/calendar.ts';
import { climate } from '../climate.ts';
import { daysIn, firstDayOf, monthOfDay } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import type { Curve } from '../curve.ts';
import { type District, pickDistrict } from '../places.ts';
import { Random } from '../random.ts';
import { lateness } from '../story/late-rows.ts';
import {
  nonMolestationBreaches,
  noticesIssued,
  sexualHarmOrders,
  stalkingApplications,
} from '../story/protection-orders.ts';
import {
  nonMolestationBreach,
  noticeAndOrder,
  type OrderEvent,
  orderRow,
  sexualHarmOrder,
  stalkingOrder,
} from './order-events.ts';

export const orderColumns = [
  'order_ref',
  'order_type',
  'interim',
  'event',
  'event_on',
  'event_at',
  'notice_ref',
  'expires_on',
  'route',
  'sequence',
  'area_code',
  'court',
  'breach_outcome',
] as const;

type Life = (number: string, day: number, area: District, random: Random) => OrderEvent[];

const sorts: readonly (readonly [name: string, level: Curve, life: Life])[] = [
  ['notices', noticesIssued, noticeAndOrder],
  ['stalking', stalkingApplications, stalkingOrder],
  ['sexual-harm', sexualHarmOrders, sexualHarmOrder],
  [
    'non-molestation',
    nonMolestationBreaches,
    (number, day, _, random) => nonMolestationBreach(number, day, random),
  ],
];

/** Civil orders and the force's own powers: one row per dated event. */
export function createOrders(context: MakeContext): FeedMaker {
  const { seed, scale } = context;
  const files = context.open('orders', orderColumns);
  const moods = sorts.map(([name]) => climate(seed, `orders/${name}`, 0.3, 0.05));
  return {
    makeMonth(month) {
      const name = monthName(month);
      for (const [sort, [stream, level, life]] of sorts.entries()) {
        const random = new Random(seed, `orders/${stream}/${name}`);
        const count = random.at(-1).poisson(level(month) * moods[sort](month) * scale);
        for (let index = 0; index < count; index++) {
          random.at(index);
          const district = pickDistrict(random.next());
          const day = firstDayOf(month) + random.below(daysIn(month));
          const late = random.chance(lateness.order) ? 1 : 0;
          const number = `${name.slice(2, 4)}${name.slice(5)}-${String(index + 1).padStart(3, '0')}`;
          for (const event of life(number, day, district, random)) {
            const eventMonth = monthOfDay(event.day);
            files.add(orderRow(district.code, event), eventMonth, eventMonth + late);
          }
        }
      }
    },
    close: () => files.close(),
  };
}
