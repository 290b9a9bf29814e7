import { sql } from 'kysely';
import { cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import { spanLength } from '../tuple-builder.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';
import { waitingSpans } from './waiting-spans.ts';

interface Row {
  referral_ref: string;
  area_code: string;
  month: string;
  event: string;
  day: number;
  sequence: number;
  flag: string;
  kind: string;
  decision: string | null;
}

/** Member of the dimensions that belong to the other kind of tuple: an event is not a wait. */
const NOT_THIS = '-';

/** Referral cells: dated events, and waits placed in the month and area of the event that began them. */
export const buildReferralEventCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select referral_ref, area_code, month, event, event_on - date '1970-01-01' as day, sequence, flag, kind, decision
    from fact_referral_event
    where ${knownAt(asAtBatch)} and referral_ref in (
      select referral_ref from fact_referral_event
      where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)})`.execute(db);
  const wanted = new Set(areaCodes);
  const here = (row: Row) => row.month === month && wanted.has(row.area_code);
  const builders = new AreaBuilders(cubes.referral_event);
  for (const row of rows.filter(here)) {
    const decision = row.event === 'decided' ? orNotRecorded(row.decision) : NOT_THIS;
    const members = [row.flag, row.kind, row.event, decision, NOT_THIS, NOT_THIS];
    builders.of(row.area_code).at(members).counts[0] += 1;
  }
  for (const events of byReferral(rows).values()) {
    for (const { startedBy, endDay, heldBy, submission } of waitingSpans(events)) {
      if (!here(startedBy)) continue;
      const members = [
        startedBy.flag || NOT_RECORDED,
        startedBy.kind,
        NOT_THIS,
        NOT_THIS,
        heldBy,
        submission,
      ];
      const tuple = builders.of(startedBy.area_code).at(members);
      tuple.spans.push([startedBy.day, spanLength(startedBy.day, endDay)]);
    }
  }
  return builders.all;
};

function byReferral(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.referral_ref);
    if (group) group.push(row);
    else groups.set(row.referral_ref, [row]);
  }
  return groups;
}
