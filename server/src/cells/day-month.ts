const months = new Map<number, number>();

/** Month, by index, of a day counted from 1970-01-01. */
export function monthOfDay(day: number): number {
  let month = months.get(day);
  if (month === undefined) {
    const date = new Date(day * 86_400_000);
    month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    months.set(day, month);
  }
  return month;
}
