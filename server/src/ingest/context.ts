import { createHmac } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Context, Feed } from './definition.ts';
import { refuseFile } from './problems.ts';

const outcomeNumbers = Array.from({ length: 23 }, (_, number) => String(number));

/**
 * Reads what rows are checked against.
 * @throws {FileRefused} when the feed needs areas or grades and none are loaded
 */
export async function loadContext(
  tx: PoolClient,
  feed: Feed,
  { force, hmacKey }: { force: string; hmacKey: Buffer },
): Promise<Context> {
  const known = await tx.query<{ area_code: string; kind: string; force_code: string }>(
    'select distinct area_code, kind, force_code from area where to_batch is null',
  );
  const grades = await tx.query<{ grade: string; valid_from: string; valid_to: string | null }>(
    'select grade, valid_from, valid_to from grade where to_batch is null and force_code = $1',
    [force],
  );
  const outcomes = await tx.query<{ code: string }>('select code from outcome_type where to_batch is null');
  const own = known.rows.filter((row) => row.force_code === force).map((row) => row.area_code);
  if (feed.cube !== null && own.length === 0) {
    throw refuseFile(
      'no-areas',
      `No areas of ${force} are loaded yet. Load them first: npm run import -- areas <file> (the shipped list is seeds/reference/areas.csv).`,
    );
  }
  if (feed.name === 'incidents' && grades.rows.length === 0) {
    throw refuseFile(
      'no-grades',
      `No grades of ${force} are loaded yet. Load them first: npm run import -- grades <file> (for example seeds/reference/grades.csv).`,
    );
  }
  return {
    force,
    areas: new Set([...own, force]),
    forces: new Set(
      known.rows
        .filter(({ kind }) => kind === 'force' || kind === 'non-territorial')
        .map((row) => row.area_code),
    ),
    grades: groupGrades(grades.rows),
    outcomeTypes: new Set([...outcomeNumbers, ...outcomes.rows.map(({ code }) => code)]),
    hashKey: (value) => createHmac('sha256', hmacKey).update(value).digest('base64url').slice(0, 32),
  };
}

/** Names a key without giving it away, to notice when another one is used. */
export function keyFingerprint(hmacKey: Buffer): string {
  return createHmac('sha256', hmacKey).update('fingerprint').digest('hex').slice(0, 16);
}

function groupGrades(
  rows: { grade: string; valid_from: string; valid_to: string | null }[],
): Context['grades'] {
  const spans = new Map<string, { from: string; to: string }[]>();
  for (const { grade, valid_from: from, valid_to: to } of rows) {
    spans.set(grade, [...(spans.get(grade) ?? []), { from, to: to ?? '' }]);
  }
  return spans;
}
