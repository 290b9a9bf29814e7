import type { StripCell } from '../../contract/comparison.ts';
import {
  type ExpectedRange,
  expectedProportion,
  expectedQuantile,
  expectedRatio,
} from '../../stats/areas/expected-range.ts';
import { quantileSorted } from '../../stats/quantiles/quantile.ts';
import type { ComparandsOr } from './read-areas.ts';
import { restOf } from './rest-of.ts';

/** Where an area stands beside the others, and what chance would give an area of its size. */
export type Position = Pick<StripCell, 'position' | 'centre' | 'expected95' | 'expected998' | 'beyond'>;

const nowhere: Position = {
  position: null,
  centre: null,
  expected95: null,
  expected998: null,
  beyond: null,
};

/**
 * The position of one of the areas. Shares and waits stand at their value about that of the others; a rate stands
 * at its ratio to theirs, about 1. Nowhere without cases on either side, or where the others have no events.
 */
export function positionOf(comparands: ComparandsOr, index: number): Position {
  const rest = restOf(comparands, index);
  if (rest?.kind === 'shares' && comparands.kind === 'shares') {
    const { numerator, denominator } = comparands.areas[index];
    if (denominator === 0) return nowhere;
    return place(numerator / denominator, rest.numerator / rest.denominator, (confidence) =>
      expectedProportion(denominator, rest, confidence),
    );
  }
  if (rest?.kind === 'rates' && comparands.kind === 'rates') {
    const { events, exposure } = comparands.areas[index];
    if (exposure === 0 || rest.events === 0) return nowhere;
    return place(events / ((rest.events * exposure) / rest.exposure), 1, (confidence) =>
      expectedRatio(exposure, rest, confidence),
    );
  }
  if (rest?.kind === 'durations' && comparands.kind === 'durations') {
    const { p } = comparands;
    const own = comparands.areas[index];
    if (own.length === 0) return nowhere;
    return place(quantileSorted(own, p), rest.value, (confidence) =>
      expectedQuantile(own, rest.values, { p, value: rest.value }, confidence),
    );
  }
  return nowhere;
}

function place(
  position: number,
  centre: number,
  rangeAt: (confidence: number) => ExpectedRange | null,
): Position {
  const [expected95, expected998] = [rangeAt(0.95), rangeAt(0.998)];
  const beyond = isOutside(position, expected998) ? 0.998 : isOutside(position, expected95) ? 0.95 : null;
  return { position, centre, expected95, expected998, beyond };
}

function isOutside(position: number, range: ExpectedRange | null): boolean {
  if (range === null) return false;
  return (range.lower !== null && position < range.lower) || (range.upper !== null && position > range.upper);
}

/** Largest distance of a mark or a limit from its centre; null where nothing has a place. */
export function reachOf(positions: readonly Position[]): number | null {
  const distances = positions.flatMap(({ position, centre, expected95, expected998 }) => {
    if (position === null || centre === null) return [];
    const marks = [position, ...limitsOf(expected95), ...limitsOf(expected998)];
    return marks.map((mark) => Math.abs(mark - centre));
  });
  return distances.length === 0 ? null : Math.max(...distances);
}

function limitsOf(range: ExpectedRange | null): number[] {
  return [range?.lower, range?.upper].filter((limit) => limit !== null && limit !== undefined);
}
