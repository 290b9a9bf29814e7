import { joinDigits, rankKeys, splitDigits } from './mixed-radix.ts';
import type { PlacedRows } from './placed-rows.ts';

/** Where rows of cells stand in a table. */
export interface Layout {
  readonly members: readonly (readonly string[])[];
  readonly codes: readonly Int32Array[];
  readonly areaCodes: readonly string[];
  readonly areas: Int32Array;
  readonly months: Int32Array;
  readonly rows: number;
  /** Row here of each source row. */
  readonly rowOf: Int32Array;
}

/** One row per combination of members, month and area, in that order. */
export function layRows(sources: readonly PlacedRows[], dimensions: readonly number[]): Layout {
  const numbered = dimensions.map((dimension) => numberMembers(sources, dimension));
  const areas = numberAreas(sources);
  const months = joined(sources, (source, all, at) => all.set(source.months, at));
  const firstMonth = months.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const lastMonth = months.reduce((a, b) => Math.max(a, b), firstMonth);
  const members = numbered.map(({ texts }) => texts);
  const sinceFirst = months.map((month) => month - firstMonth);
  const digits = [...numbered.map(({ numbers }) => numbers), sinceFirst, areas.numbers];
  const radices = [...members.map(({ length }) => length), lastMonth - firstMonth + 1, areas.texts.length];
  const { distinct, rankOf } = rankKeys(joinDigits(digits, radices));
  const placed = splitDigits(distinct, radices);
  return {
    members,
    codes: placed.slice(0, -2),
    areaCodes: areas.texts,
    areas: placed[placed.length - 1],
    months: placed[placed.length - 2].map((month) => firstMonth + month),
    rows: distinct.length,
    rowOf: rankOf,
  };
}

interface Numbered {
  readonly texts: readonly string[];
  /** Per source row. */
  readonly numbers: Int32Array;
}

/** Numbers the members of one dimension alike in all sources, in the order they come. */
function numberMembers(sources: readonly PlacedRows[], dimension: number): Numbered {
  const numbering = new Numbering();
  const numbers = joined(sources, ({ columns }, all, at) => {
    const own = columns.members[dimension].map((member) => numbering.of(member));
    const codes = columns.codes[dimension];
    for (let row = 0; row < codes.length; row++) all[at + row] = own[codes[row]];
  });
  return { texts: numbering.texts, numbers };
}

function numberAreas(sources: readonly PlacedRows[]): Numbered {
  const numbering = new Numbering();
  const numbers = joined(sources, ({ areaCode, columns }, all, at) => {
    all.fill(numbering.of(areaCode), at, at + columns.rows);
  });
  return { texts: numbering.texts, numbers };
}

/** One number per row of all sources, in their order; `fill` writes those of a source. */
function joined(
  sources: readonly PlacedRows[],
  fill: (source: PlacedRows, all: Int32Array, at: number) => void,
): Int32Array {
  const all = new Int32Array(sources.reduce((sum, { columns }) => sum + columns.rows, 0));
  let at = 0;
  for (const source of sources) {
    fill(source, all, at);
    at += source.columns.rows;
  }
  return all;
}

/** Numbers texts in the order they come. */
class Numbering {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}
