import type { PoolClient } from 'pg';
import { refuseFile } from '../../problems.ts';

interface Target {
  metric: string;
  statistic: string;
  filter: string;
  area_code: string;
  role: string;
  valid_from: string;
  valid_to: string | null;
}

/**
 * The most specific target wins; two that could both apply to one value and name equally many conditions
 * leave the choice open, so the file is refused.
 */
export async function refuseTies(tx: PoolClient): Promise<void> {
  const { rows } = await tx.query<Target>(
    `select metric, statistic, filter, area_code, role, valid_from, valid_to from target
     where to_batch is null order by metric, statistic, role, filter, area_code, valid_from`,
  );
  for (const [index, one] of rows.entries()) {
    const other = rows.slice(index + 1).find((candidate) => isTie(one, candidate));
    if (other) {
      const message = `Two rows apply to the same value of ${one.metric} and neither is more specific: ${describe(one)}; ${describe(other)}. End one, or name one more member in it.`;
      throw refuseFile('target-tie', message);
    }
  }
}

function isTie(one: Target, other: Target): boolean {
  const sameUse = one.metric === other.metric && one.statistic === other.statistic && one.role === other.role;
  const overlap =
    (one.valid_to === null || one.valid_to >= other.valid_from) &&
    (other.valid_to === null || other.valid_to >= one.valid_from);
  if (!sameUse || !overlap) return false;
  const [a, b] = [conditions(one), conditions(other)];
  const compatible = [...a].every(([name, member]) => !b.has(name) || b.get(name) === member);
  return compatible && a.size === b.size;
}

function conditions({ filter, area_code }: Target): Map<string, string> {
  const members = new Map(new URLSearchParams(filter));
  return area_code === '' ? members : members.set('area', area_code);
}

function describe({ filter, area_code, valid_from, valid_to }: Target): string {
  const where = [filter || 'every member', area_code || 'every area'].join(', ');
  return `${where}, from ${valid_from}${valid_to === null ? '' : ` to ${valid_to}`}`;
}
