const months = new Map<number, string>();

/** Month `YYYY-MM` of a day counted from 1970-01-01. */
export function monthOfDay(day: number): string {
  let month = months.get(day);
  if (month === undefined) {
    month = new Date(day * 86_400_000).toISOString().slice(0, 7);
    months.set(day, month);
  }
  return month;
}
