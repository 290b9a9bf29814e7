/**
 * The moments at which clocks in the United Kingdom changed, read once from the time-zone database the
 * runtime carries, so that a conversion costs a table look-up and not a call to Intl.
 */

/** `offsetMinutes[i]` holds from `startUtcMs[i]` until the next start. */
export type OffsetTable = { startUtcMs: Float64Array; offsetMinutes: Int16Array; endUtcMs: number };

const zone = 'Europe/London';
const firstUtcMs = Date.UTC(1900, 0, 1);
// A day into 2101, so that the last month of 2100 has an end.
const endUtcMs = Date.UTC(2101, 0, 2);
const hourMs = 3_600_000;
// No two changes of the London clock have ever been closer than this.
const probeMs = 14 * 24 * hourMs;

/** Reads Europe/London offsets for 1900 to 2100 from the runtime's time-zone database. */
export function readOffsetTable(): OffsetTable {
  const offsetAt = createOffsetReader();
  const starts = [firstUtcMs];
  const offsets = [offsetAt(firstUtcMs)];
  for (let from = firstUtcMs; from < endUtcMs; from += probeMs) {
    const to = Math.min(from + probeMs, endUtcMs);
    const offset = offsetAt(to);
    if (offset === offsets[offsets.length - 1]) continue;
    starts.push(findChange(offsetAt, from, to));
    offsets.push(offset);
  }
  return { startUtcMs: Float64Array.from(starts), offsetMinutes: Int16Array.from(offsets), endUtcMs };
}

function createOffsetReader(): (utcMs: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (utcMs) => {
    const [, day, month, year, hour, minute] =
      /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(format.format(utcMs)) ?? [];
    const localMs = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
    return Math.round((localMs - utcMs) / 60_000);
  };
}

/** First whole hour in (from, to] with the offset of `to`; every change has been on the hour in UTC. */
function findChange(offsetAt: (utcMs: number) => number, from: number, to: number): number {
  const after = offsetAt(to);
  let low = from;
  let high = to;
  while (high - low > hourMs) {
    const middle = low + Math.floor((high - low) / (2 * hourMs)) * hourMs;
    if (offsetAt(middle) === after) high = middle;
    else low = middle;
  }
  return high;
}
