import { dayName } from '../../../server/src/stats/time/calendar.ts';
import { formatInstant } from '../clock.ts';
import type { District } from '../places.ts';
import type { Random } from '../random.ts';
import { chanceGranted, courts } from '../story/protection-orders.ts';

/** One dated event in the life of an order; day in days since 1970. */
export interface OrderEvent {
  reference: string;
  type: string;
  interim: boolean;
  event: string;
  day: number;
  /** UTC seconds; 0 = not recorded. */
  at: number;
  noticeReference: string;
  expiresDay: number;
  route: string;
  sequence: number;
  court: string;
  breachOutcome: string;
}

const hourSeconds = 3600;
const daySeconds = 86_400;

/** A notice (DVPN) and the order (DVPO) applied for after it, heard within 48 hours nearly always. */
export function noticeAndOrder(number: string, day: number, area: District, random: Random): OrderEvent[] {
  const notice = `DN-${number}`;
  const order = `DO-${number}`;
  const servedAt = day * daySeconds + (8 + random.below(14)) * hourSeconds + random.below(hourSeconds);
  const heardDay = day + daysToHearing(random.next());
  const heardAt = heardDay * daySeconds + 9 * hourSeconds + random.below(7 * hourSeconds);
  const court = courts[area.lpaIndex];
  const civil = { route: 'civil', noticeReference: notice, type: 'DVPO', reference: order, court };
  const events = [
    event({ reference: notice, type: 'DVPN', event: 'issued', day, at: servedAt, route: 'civil' }),
  ];
  const [applied, settled, granted] = [
    random.chance(0.93),
    random.next(),
    random.chance(chanceGranted(area.lpaIndex)),
  ];
  if (!applied) return events;
  events.push(event({ ...civil, event: 'applied', day, at: servedAt }));
  if (settled < 0.04) return [...events, event({ ...civil, event: 'withdrawn', day: heardDay })];
  const expiresDay = heardDay + (random.chance(0.8) ? 28 : 14);
  const result = granted ? 'granted' : 'refused';
  const noted = granted && random.chance(0.88) ? expiresDay : 0;
  events.push(event({ ...civil, event: result, day: heardDay, at: heardAt, expiresDay: noted }));
  if (granted && random.chance(0.12)) events.push(breach(events[2], heardDay + 1 + random.below(24), random));
  return events;
}

/** The next day's court nearly always; two or three days later now and then. */
function daysToHearing(draw: number): number {
  if (draw < 0.88) return 1;
  return draw < 0.97 ? 2 : 3;
}

/** A stalking protection order: applied for, perhaps an interim order, heard weeks later. */
export function stalkingOrder(number: string, day: number, area: District, random: Random): OrderEvent[] {
  const base = { reference: `SP-${number}`, type: 'SPO', route: 'civil', court: courts[area.lpaIndex] };
  const heardDay = day + 20 + random.below(50);
  const events = [event({ ...base, event: 'applied', day })];
  if (random.chance(0.45)) {
    const interimDay = day + 2 + random.below(8);
    events.push(event({ ...base, event: 'granted', interim: true, day: interimDay, expiresDay: heardDay }));
  }
  const granted = random.chance(0.82);
  const expiresDay = granted ? heardDay + 730 + random.below(1100) : 0;
  const heard = event({ ...base, event: granted ? 'granted' : 'refused', day: heardDay, expiresDay });
  events.push(heard);
  if (granted && random.chance(0.15)) events.push(breach(heard, heardDay + 10 + random.below(200), random));
  return events;
}

/** A sexual harm prevention order, mostly made on conviction. */
export function sexualHarmOrder(number: string, day: number, area: District, random: Random): OrderEvent[] {
  const route = random.chance(0.85) ? 'on_conviction' : 'civil';
  const base = { reference: `SH-${number}`, type: 'SHPO', route, court: courts[area.lpaIndex] };
  const expiresDay = random.chance(0.8) ? day + 1826 + random.below(2) * 1826 : 0;
  const granted = event({ ...base, event: 'granted', day, expiresDay });
  const breaches = random.chance(0.2) ? [breach(granted, day + 30 + random.below(500), random)] : [];
  return [granted, ...breaches];
}

/** A breach of a non-molestation order, which the family court made and the police only see broken. */
export function nonMolestationBreach(number: string, day: number, random: Random): OrderEvent[] {
  return [breach(event({ reference: `NM-${number}`, type: 'NMO', event: 'granted', day }), day, random)];
}

function breach(order: OrderEvent, day: number, random: Random): OrderEvent {
  const draw = random.next();
  const breachOutcome = draw < 0.58 ? 'charged' : draw < 0.93 ? 'no_further_action' : '';
  return { ...order, event: 'breached', interim: false, day, at: 0, expiresDay: 0, court: '', breachOutcome };
}

function event(
  known: Partial<OrderEvent> & Pick<OrderEvent, 'reference' | 'type' | 'event' | 'day'>,
): OrderEvent {
  const blank = { interim: false, at: 0, noticeReference: '', expiresDay: 0, route: '', court: '' };
  return { ...blank, sequence: 1, breachOutcome: '', ...known };
}

/** The event as a row of the orders feed. */
export function orderRow(area: string, known: OrderEvent): string {
  const { reference, type, interim, event: what, noticeReference, route, sequence, court } = known;
  const at = known.at === 0 ? '' : formatInstant(known.at);
  const expires = known.expiresDay === 0 ? '' : dayName(known.expiresDay);
  return `${reference},${type},${interim},${what},${dayName(known.day)},${at},${noticeReference},${expires},${route},${sequence},${area},${court},${known.breachOutcome}`;
}
