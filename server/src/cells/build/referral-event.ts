import { sql } from 'kysely';
import { cubes } from '../../metrics/cubes.ts';
import { spanLength } from '../tuple-builder.ts';
import { AreaBuilders, type BuildCells, knownAt, orNotRecorded } from './cell-source.ts';
import { inOrder, waitingSpans } from './waiting-spans.ts';

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

/** Event member of a submission after the first: the suspect is counted already. */
const SUBMITTED_AGAIN = 'submitted_again';

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
  for (const series of seriesOf(rows).values()) {
    addEvents(builders, series, here);
    addWaits(builders, series, here);
  }
  return builders.all;
};

function addEvents(builders: AreaBuilders, series: readonly Row[], here: (row: Row) => boolean): void {
  const first = inOrder(series).find((row) => row.event === 'submitted');
  for (const row of series.filter(here)) {
    const event = row.event === 'submitted' && row !== first ? SUBMITTED_AGAIN : row.event;
    const decision = event === 'decided' ? orNotRecorded(row.decision) : NOT_THIS;
    const members = [row.flag, row.kind, event, decision, NOT_THIS, NOT_THIS];
    builders.of(row.area_code).at(members).counts[0] += 1;
  }
}

function addWaits(builders: AreaBuilders, series: readonly Row[], here: (row: Row) => boolean): void {
  for (const { startedBy, endDay, heldBy, submission } of waitingSpans(series)) {
    if (!here(startedBy)) continue;
    const members = [startedBy.flag, startedBy.kind, NOT_THIS, NOT_THIS, heldBy, submission];
    const tuple = builders.of(startedBy.area_code).at(members);
    tuple.spans.push([startedBy.day, spanLength(startedBy.day, endDay)]);
  }
}

/** Early advice and a charging decision are asked for apart, though it may be for the same suspect. */
function seriesOf(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.kind} ${row.referral_ref}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
