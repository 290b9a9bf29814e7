import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Point, Series } from '../../server/src/contract/series.ts';

/** A reply of the series API, with short ways to read it. `member` picks a line of a reply with `by`. */
export interface Answer {
  /** @throws where the reply has no such line or period */
  at(period: string, member?: string): Point;
  /** The value of a period. @throws where it has none */
  value(period: string, member?: string): number;
  /** Values of the months between two, both included, added up. */
  total(from: string, to: string, member?: string): number;
  /** Cases behind the months between two, both included. */
  cases(from: string, to: string, member?: string): number;
  /** Share of all the cases between two periods, both included. */
  share(from: string, to: string, member?: string): number;
}

/** Asks the series API of one release; the query is as in an address: `metric=response.time&grade=2`. */
export async function askSeries(app: FastifyInstance, release: number, query: string): Promise<Answer> {
  const reply = await app.inject(`/api/v1/releases/${release}/series?${query}`);
  if (reply.statusCode !== 200) throw new Error(`${query}: ${reply.body}`);
  const { series } = reply.json<Series>();
  const lines = new Map(series.map(({ key, points }) => [Object.values(key).join(' '), points]));
  const pointsOf = (member = ''): Point[] => {
    const points = lines.get(member);
    if (!points) throw new Error(`${query}: no line "${member}" among ${[...lines.keys()].join(', ')}`);
    return points;
  };
  const between = (from: string, to: string, member?: string): Point[] => {
    const points = pointsOf(member);
    const [first, last] = [from, to].map((name) => points.findIndex(({ period }) => period === name));
    if (first < 0 || last < first) throw new Error(`${query}: nothing from ${from} to ${to}`);
    return points.slice(first, last + 1);
  };
  const at = (period: string, member?: string): Point => between(period, period, member)[0];
  const value = (period: string, member?: string): number => {
    const point = at(period, member);
    if (point.value === null) throw new Error(`${query}: no value for ${period}: ${point.absent}`);
    return point.value;
  };
  const sum = (points: readonly Point[], of: (point: Point) => number | null | undefined): number =>
    points.reduce((total, point) => total + (of(point) ?? Number.NaN), 0);
  return {
    at,
    value,
    total: (from, to, member) => sum(between(from, to, member), (point) => point.value),
    cases: (from, to, member) => sum(between(from, to, member), ({ n }) => n),
    share: (from, to, member) => {
      const points = between(from, to, member);
      return sum(points, ({ numerator }) => numerator) / sum(points, ({ denominator }) => denominator);
    },
  };
}

/** Both bounds included. */
export function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}
