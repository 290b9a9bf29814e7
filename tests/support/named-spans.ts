/** A period by its name, and the days it runs between, half-open. */
export interface NamedSpan {
  grain: string;
  name: string;
  firstDay: string;
  dayAfter: string;
}

/**
 * Every period of each grain that lies wholly between two months, both included. Worked out from the calendar
 * alone, for tests that must not take the product's word for it.
 */
export function spansOf(first: string, last: string): Record<string, NamedSpan[]> {
  const [from, to] = [first, last].map(
    (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
  );
  const ends = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const make = (grain: string, lengthOf: (end: number) => number, nameOf: (end: number) => string) =>
    ends
      .filter((end) => lengthOf(end) > 0 && end - lengthOf(end) + 1 >= from)
      .map((end) => ({
        grain,
        name: nameOf(end),
        firstDay: `${monthOf(end - lengthOf(end) + 1)}-01`,
        dayAfter: `${monthOf(end + 1)}-01`,
      }));
  const monthsIntoYear = (end: number) => ((end + 9) % 12) + 1;
  const year = (end: number) => {
    const start = Math.floor((end - 3) / 12);
    return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
  };
  return {
    month: make('month', () => 1, monthOf),
    'rolling-3': make(
      'rolling-3',
      () => 3,
      (end) => `P3M/${monthOf(end)}`,
    ),
    'rolling-12': make(
      'rolling-12',
      () => 12,
      (end) => `P12M/${monthOf(end)}`,
    ),
    quarter: make(
      'quarter',
      (end) => (monthsIntoYear(end) % 3 === 0 ? 3 : 0),
      (end) => `${year(end)}-Q${monthsIntoYear(end) / 3}`,
    ),
    'financial-year': make('financial-year', (end) => (monthsIntoYear(end) === 12 ? 12 : 0), year),
    'financial-year-to-date': make('financial-year-to-date', monthsIntoYear, (end) => `YTD/${monthOf(end)}`),
  };
}

function monthOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
