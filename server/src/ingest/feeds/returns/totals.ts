import type { Staged, StagedFindings } from '../../definition.ts';
import type { Warning } from '../../problems.ts';

/** Names by which a total among its parts is known, in lower case with dashes. */
export const totalNames: readonly string[] = [
  'all',
  'total',
  'totals',
  'grand-total',
  'overall',
  'all-types',
  'all-groups',
  'all-forces',
];
const siblingsNeeded = 3;

/** Each row once per dimension, beside the rows that differ from it in that dimension alone. */
const siblings = (table: string): string => `
  select line, dimension, member, numerator,
    count(*) over family - 1 as siblings,
    sum(numerator) over family - numerator as rest
  from (
    select s.line, s.measure, s.force_code, s.area_code, s.period, s.published_on, s.numerator,
      split_part(part, '=', 1) as dimension, split_part(part, '=', 2) as member,
      array_to_string(array_remove(string_to_array(s.dimensions, '&'), part), '&') as others
    from ${table} s, unnest(string_to_array(s.dimensions, '&')) part
    where s.problems is null
  ) parts
  window family as (partition by measure, force_code, area_code, period, published_on, dimension, others)`;

/**
 * Leaves out a total row among its parts: one with a total-like name and three siblings or more. Equal sums
 * alone only warn (decision 20).
 */
export async function leaveOutTotals({ tx, table }: Staged): Promise<StagedFindings> {
  const named = await tx.query<{ line: number; dimension: string; member: string }>(
    `with total as (
       select distinct line, dimension, member from (${siblings(table)}) s
       where siblings >= $1 and lower(replace(member, '_', '-')) = any($2))
     , gone as (delete from ${table} s using total where s.line = total.line)
     select * from total order by line`,
    [siblingsNeeded, totalNames],
  );
  const equal = await tx.query<{ line: number; dimension: string; member: string }>(
    `select distinct line, dimension, member from (${siblings(table)}) s
     where siblings >= $1 and numerator = rest and numerator <> 0 order by line`,
    [siblingsNeeded],
  );
  const warnings = [
    ...named.rows.map(
      (row): Warning => describe(row, 'total-left-out', 'is a total among its parts and is left out.'),
    ),
    ...equal.rows.map(
      (row): Warning =>
        describe(
          row,
          'looks-like-total',
          'equals the sum of the rows beside it. If it is a total, leave it out.',
        ),
    ),
  ];
  return { warnings, leftOut: named.rows.length };
}

function describe(
  { line, dimension, member }: { line: number; dimension: string; member: string },
  code: 'total-left-out' | 'looks-like-total',
  what: string,
): Warning {
  return { line, column: dimension, code, message: `${dimension} "${member}" ${what}` };
}
