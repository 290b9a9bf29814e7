/** One mark of a chart as it is read: `June 2023`, `69.3 minutes`, and the rest in words. */
export interface Reading {
  /** Place along its row, in any unit that the rows share. */
  x: number;
  name: string;
  /** The value with its unit, or why there is none. */
  value: string;
  /** Cases, interval, limits, what the rules say; nothing stands for what there is not. */
  details: readonly string[];
}

/** A line, a panel or a bar: what left and right keys move along. */
export interface ReadingRow {
  label: string;
  readings: readonly Reading[];
  /** Said once on coming to the row: what holds for all of it. */
  about?: string | undefined;
}

/** A mark, by its places in the lists. */
export interface ReadingPlace {
  row: number;
  mark: number;
}

/** Where a key leads: along a row, to its ends, or to the same place of the next row. */
export function moveReading(
  rows: readonly ReadingRow[],
  from: ReadingPlace | null,
  key: string,
): ReadingPlace {
  const here = from ?? { row: 0, mark: lastIndex(rows[0]) };
  const last = lastIndex(rows[here.row]);
  switch (key) {
    case 'ArrowLeft':
      return { ...here, mark: Math.max(0, here.mark - 1) };
    case 'ArrowRight':
      return { ...here, mark: Math.min(last, here.mark + 1) };
    case 'Home':
      return { ...here, mark: 0 };
    case 'End':
      return { ...here, mark: last };
    case 'ArrowUp':
      return toRow(rows, here, here.row - 1);
    case 'ArrowDown':
      return toRow(rows, here, here.row + 1);
    default:
      return here;
  }
}

const lastIndex = (row: ReadingRow | undefined) => Math.max(0, (row?.readings.length ?? 1) - 1);

function toRow(rows: readonly ReadingRow[], here: ReadingPlace, wanted: number): ReadingPlace {
  const next = Math.min(Math.max(wanted, 0), rows.length - 1);
  const x = rows[here.row]?.readings[here.mark]?.x;
  if (x === undefined || next === here.row) return here;
  return { row: next, mark: nearestMark(rows[next], x) };
}

/** Index of the mark of a row nearest to an x. */
export function nearestMark(row: ReadingRow | undefined, x: number): number {
  const distances = row?.readings.map((one) => Math.abs(one.x - x)) ?? [];
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** What is said on coming to a mark; its row is named where there are several. Empty where there is no such mark. */
export function readingWords(
  rows: readonly ReadingRow[],
  place: ReadingPlace,
  from: ReadingPlace | null,
): string {
  const row = rows[place.row];
  const reading = row?.readings[place.mark];
  if (!row || !reading) return '';
  const about = from?.row === place.row ? undefined : row.about;
  const lead = rows.length > 1 ? row.label : '';
  const parts = [lead, reading.name, reading.value, ...reading.details].filter(Boolean).join(', ');
  return about ? `${parts}. ${about}` : parts;
}
