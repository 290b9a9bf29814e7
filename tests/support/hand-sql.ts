import type pg from 'pg';
import type { NamedSpan } from './named-spans.ts';

/** A figure worked out by SQL over the current rows of facts, sharing nothing with the product. */
export interface HandFigure {
  span: string;
  /** Area code; the force has its own. */
  node: string;
  value: number | null;
  n: number;
  numerator: number | null;
  denominator: number | null;
}

/** Which rows of a fact a figure is of, and what is worked out from them. */
export interface HandMeasure {
  fact: string;
  /** Column that places a row in time: a day, an instant or a month. */
  on: string;
  where: string;
  figures: string;
}

const count = 'count(*)::float8 as value, count(*)::int as n, null as numerator, null as denominator';
const median = (wait: string) =>
  `percentile_cont(0.5) within group (order by extract(epoch from ${wait})::float8) as value, count(*)::int as n,
   null as numerator, null as denominator`;
const share = (of: string) =>
  `count(*) filter (where ${of})::float8 / count(*) as value, count(*)::int as n,
   count(*) filter (where ${of})::int as numerator, count(*)::int as denominator`;

const response = (grade: number): HandMeasure => ({
  fact: 'fact_incident',
  on: 'received_at',
  where: `domestic_abuse and final_grade = '${grade}' and deferred_by_victim is not true and arrived_at >= received_at`,
  figures: median('arrived_at - received_at'),
});
const hour = "received_at + interval '1 hour'";
const outcomes = (crimes: string, of: string): HandMeasure => ({
  fact: 'fact_crime',
  on: 'outcome_on',
  where: `${crimes} and outcome_type is not null and outcome_type <> '0'`,
  figures: share(`outcome_type in (${of})`),
});
const atAge = (crimes: string, of: string, days: number): HandMeasure => ({
  fact: 'fact_crime',
  on: 'recorded_on',
  where: crimes,
  figures: share(`outcome_type in (${of}) and outcome_on - recorded_on <= ${days}`),
});
const medianOf = (rows: string) =>
  `percentile_cont(0.5) within group (order by extract(epoch from arrived_at - received_at)::float8) filter (where ${rows})`;
const sexual = "offence_group in ('rape', 'other_sexual')";
const answers = (question: string): HandMeasure => ({
  fact: 'fact_survey_answer',
  on: 'month',
  where: `survey = 'domestic_abuse' and question = '${question}' and answer in ('completely', 'very', 'fairly',
    'neither', 'fairly_dissatisfied', 'very_dissatisfied', 'completely_dissatisfied')`,
  figures: share("answer in ('completely', 'very')"),
});
const orders = (orderType: string, event: string): HandMeasure => ({
  fact: 'fact_order_event',
  on: 'event_on',
  where: `order_type = '${orderType}' and event = '${event}' and not interim`,
  figures: count,
});
const referrals = (flag: string): HandMeasure => ({
  fact: 'fact_referral_event',
  on: 'event_on',
  where: `flag = '${flag}' and kind = 'charging_decision' and event = 'submitted'`,
  figures: count,
});

/** One measure per row of the board but the waiting cases, by the row's id. */
export const handMeasures: Readonly<Record<string, HandMeasure>> = {
  'response-grade-1': response(1),
  'response-grade-2': response(2),
  'domestic-gap': {
    fact: 'fact_incident',
    on: 'received_at',
    where: "final_grade = '2' and deferred_by_victim is not true and arrived_at >= received_at",
    figures: `${medianOf('domestic_abuse')} - ${medianOf("not domestic_abuse and incident_class = 'crime'")} as value,
      count(*) filter (where domestic_abuse or incident_class = 'crime')::int as n, null as numerator,
      null as denominator`,
  },
  'seen-within-hour': {
    fact: 'fact_incident',
    on: 'received_at',
    where: 'domestic_abuse',
    figures: share(
      `arrived_at between received_at and ${hour} or video_connected_at between received_at and ${hour}`,
    ),
  },
  'satisfied-overall': answers('overall'),
  'kept-informed': answers('informed'),
  'da-attrition': outcomes('domestic_abuse', "'15', '15A', '15B', '16'"),
  'da-oc15': atAge('domestic_abuse', "'15', '15A', '15B'", 180),
  'da-oc16': atAge('domestic_abuse', "'16'", 180),
  'da-charged': atAge('domestic_abuse', "'1', '1A'", 180),
  'sexual-oc15': atAge(sexual, "'15', '15A', '15B'", 365),
  'sexual-oc16': atAge(sexual, "'16'", 365),
  'sexual-charged': atAge(sexual, "'1', '1A'", 365),
  'rape-referrals': referrals('rape'),
  dvpn: orders('DVPN', 'issued'),
  dvpo: orders('DVPO', 'granted'),
  spo: orders('SPO', 'granted'),
  'da-referrals': referrals('domestic_abuse'),
  'da-charging-rate': {
    fact: 'fact_referral_event',
    on: 'event_on',
    where: `flag = 'domestic_abuse' and kind = 'charging_decision' and event = 'decided'
      and decision in ('charged', 'no_further_action', 'out_of_court')`,
    figures: share("decision = 'charged'"),
  },
};

/** Spans by name, and every area of a set with the areas that lie in it. */
const scope = `
  span (name, first_day, day_after) as (select * from unnest($1::text[], $2::date[], $3::date[])),
  inside (node, area_code) as (
    select node collate "C", node collate "C" from unnest($5::text[]) asked (node)
    union
    select inside.node, a.area_code from area a join inside on a.parent_code = inside.area_code
    where a.to_batch is null and a.area_set = $4
  )`;

/** SQL of a measure for every span and area asked for; a span without rows is not in the result. */
export function handSql({ fact, on, where, figures }: HandMeasure): string {
  const bound = bounds[on] ?? ((day: string) => day);
  return `
    with recursive ${scope}
    select span.name as span, inside.node, ${figures}
    from span join ${fact} f on ${on} >= ${bound('first_day')} and ${on} < ${bound('day_after')} join inside using (area_code)
    where f.to_batch is null and ${where}
    group by span.name, inside.node`;
}

/** A day of a span as the column it is compared with: dates as they are. */
const bounds: Readonly<Record<string, (day: string) => string>> = {
  received_at: (day) => `${day}::timestamp at time zone 'Europe/London'`,
  month: (day) => `to_char(${day}, 'YYYY-MM')`,
};

/** SQL of rape cases that have waited with the CPS for more than 28 days on the last day of each span. */
export const overdueSql = `
  with recursive ${scope},
  held as (
    select flag, kind, event, area_code, event_on as since, lead(event_on) over (
      partition by referral_ref order by event_on, sequence, array_position(array['submitted',
        'rejected_at_triage', 'allocated', 'action_plan', 'resubmitted', 'decided', 'finalised'], event)) as until
    from fact_referral_event where to_batch is null
  )
  select span.name as span, inside.node, count(*)::float8 as value, count(*)::int as n, null as numerator,
    null as denominator
  from span join held on since <= span.day_after - 1 - 29 and (until is null or until >= span.day_after)
    join inside using (area_code)
  where flag = 'rape' and kind = 'charging_decision' and event in ('submitted', 'resubmitted')
  group by span.name, inside.node`;

/** What a row of the board is by hand. */
export function boardRowSql(id: string): string {
  return id === 'rape-overdue' ? overdueSql : handSql(handMeasures[id]);
}

/** Runs one of the statements above for some spans and areas. */
export async function askByHand(
  pool: pg.Pool,
  sql: string,
  spans: readonly NamedSpan[],
  areaSet: string,
  nodes: readonly string[],
): Promise<HandFigure[]> {
  const { rows } = await pool.query<HandFigure>(sql, [
    spans.map(({ name }) => name),
    spans.map(({ firstDay }) => firstDay),
    spans.map(({ dayAfter }) => dayAfter),
    areaSet,
    nodes,
  ]);
  return rows;
}
