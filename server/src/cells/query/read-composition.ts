import type { CompositionMetric, CompositionPart } from '../../metrics/definition.ts';
import { tupleKey } from '../tuple.ts';
import { gather, type Slots } from './gather.ts';
import { partOf } from './part-of.ts';
import type { Reading, ReadLine, ReadPoint, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { sharePoint } from './share-point.ts';
import { toLines } from './to-lines.ts';

/** The part chosen, or a line for every part. The parts add up to the whole, whatever members the data hold. */
export function readComposition(
  release: ReleaseData,
  reading: Reading,
  metric: CompositionMetric,
): ReadLine[] {
  const { choices, statistic } = reading;
  const whole = { ...reading, by: reading.by.filter((id) => id !== metric.partBy) };
  const parts = metric.parts(choices);
  const one = requestFor(release, whole, metric.cube, [metric.whole(choices)]);
  const found = gather(release, { ...one, byColumns: [...one.byColumns, metric.column] });
  const groups = sortIntoParts(found, parts);
  const request = { ...one, parts: parts.map(() => metric.whole(choices)) };
  const pointOf = statistic === 'count' ? countPoint : sharePoint(1);
  const linesOf = (at: number) =>
    toLines(whole, groups, request, (amounts) => pointOf([amounts[at], sumOf(amounts)]));
  if (reading.by.includes(metric.partBy))
    return parts.flatMap(({ code }, at) =>
      linesOf(at).map((line) => ({ ...line, key: { ...line.key, [metric.partBy]: code } })),
    );
  const chosen = parts.findIndex(({ code }) => code === choices[metric.partBy]);
  return chosen < 0 ? linesOf(0).map(doesNotApply) : linesOf(chosen);
}

/** Slots keyed by the columns asked for, with the amounts of each part in place of each member's own. */
function sortIntoParts(found: readonly Slots[], parts: readonly CompositionPart[]): Slots[] {
  const groups = new Map<string, Slots>();
  for (const { members, amounts } of found) {
    const key = tupleKey(members.slice(0, -1));
    let group = groups.get(key);
    if (!group) {
      const empty = parts.map(() => new Float64Array(amounts[0].length));
      group = { members: members.slice(0, -1), amounts: empty, runs: [] };
      groups.set(key, group);
    }
    const into = group.amounts[partOf(parts, members[members.length - 1])];
    for (let i = 0; i < into.length; i++) into[i] += amounts[0][i];
  }
  return [...groups.values()];
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

function countPoint([numerator, denominator]: readonly number[]): ReadPoint {
  return { value: numerator, n: denominator, numerator, denominator };
}

/** A part that the choices leave out, such as crimes without an outcome among outcomes. */
function doesNotApply(line: ReadLine): ReadLine {
  return { ...line, points: line.points.map(() => ({ value: null, n: 0, absent: 'not-applicable' })) };
}
