import type { ColumnType, Context, ReadValue } from '../definition.ts';
import type { RowFault } from '../problems.ts';
import { quoted } from '../row.ts';
import { escapeCopy } from './text.ts';

/** One of a closed list, upper or lower case. */
export function code(...codes: readonly string[]): ColumnType {
  return {
    words: codes.join(', '),
    compile: (_, column) => readMember(column, codes, 'unknown-code', `Known are ${codes.join(', ')}.`),
  };
}

const booleans = new Map(
  Object.entries({
    true: 't',
    yes: 't',
    y: 't',
    '1': 't',
    t: 't',
    false: 'f',
    no: 'f',
    n: 'f',
    '0': 'f',
    f: 'f',
  }),
);

export function boolean(): ColumnType {
  return {
    words: 'true or false (also yes, no, y, n, 1, 0)',
    compile: (_, column) => (value, row) =>
      booleans.get(value) ??
      booleans.get(value.toLowerCase()) ??
      row.refuse(column, 'bad-boolean', `${column} cannot be ${quoted(value)}: use true or false.`),
  };
}

/** An area of the home force, at any level. */
export function area(): ColumnType {
  return {
    words: "an area of the force's area file, at any level, or the force's own code",
    compile: ({ areas, force }, column) =>
      readMember(
        column,
        areas,
        'unknown-area',
        `It is not an area of ${force}. Load it with the areas feed first.`,
      ),
  };
}

export function force(): ColumnType {
  return {
    words: 'the ONS code of a force (E23…, W15…), or BTP',
    compile: ({ forces }, column) =>
      readMember(
        column,
        forces,
        'unknown-force',
        'No such force is known. Load it with the areas feed first.',
      ),
  };
}

/** An area of the home force or, in returns of others, a force. */
export function areaOrForce(): ColumnType {
  return {
    words: "an area of the home force, or a force's code",
    compile: ({ areas, forces }, column) =>
      readMember(
        column,
        new Set([...areas, ...forces]),
        'unknown-area',
        'It is neither an area of the home force nor a force. Load it with the areas feed first.',
      ),
  };
}

/** A grade of the home force's set; `holdsOn` checks its dates. */
export function grade(): ColumnType {
  return {
    words: "a member of the force's dated grade set",
    compile: ({ grades }, column) =>
      readMember(column, grades.keys(), 'unknown-code', `Known grades are ${[...grades.keys()].join(', ')}.`),
  };
}

/** True where a grade was in use on a date. */
export function gradeHoldsOn({ grades }: Context, member: string, date: string): boolean {
  return (grades.get(member) ?? []).some(({ from, to }) => from <= date && (to === '' || date <= to));
}

/** A Home Office outcome type, 0 to 22, with a sub-code of one letter or none: `1A`, `15B`. */
export function outcomeType(): ColumnType {
  return {
    words: 'a Home Office outcome type, 0 to 22, with a sub-code or none (1A, 15B)',
    compile: ({ outcomeTypes }, column) => {
      const known = new Map<string, string>();
      return (value, row) => {
        const seen = known.get(value);
        if (seen !== undefined) return seen;
        const upper = value.toUpperCase();
        if (outcomeTypes.has(upper) || outcomeTypes.has(upper.replace(/(?<=\d)[A-Z]$/, ''))) {
          known.set(value, upper);
          return upper;
        }
        return row.refuse(
          column,
          'unknown-code',
          `${column} ${quoted(value)} is not a Home Office outcome type.`,
        );
      };
    },
  };
}

function readMember(column: string, members: Iterable<string>, fault: RowFault, advice: string): ReadValue {
  const exact = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const member of members) {
    exact.set(member, escapeCopy(member));
    folded.set(member.toLowerCase(), escapeCopy(member));
  }
  return (value, row) =>
    exact.get(value) ??
    folded.get(value.toLowerCase()) ??
    row.refuse(column, fault, `${column} cannot be ${quoted(value)}. ${advice}`);
}
