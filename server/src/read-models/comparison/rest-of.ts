import { poolValues, quantileSorted } from '../../stats/quantiles/quantile.ts';
import type { ComparandsOr } from './read-areas.ts';

/** The areas other than one, taken together; null where they have no cases. */
export type Rest =
  | { readonly kind: 'shares'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'rates'; readonly events: number; readonly exposure: number }
  | { readonly kind: 'durations'; readonly values: Float64Array; readonly value: number };

/** What every area but the one at `index` shows together. */
export function restOf(comparands: ComparandsOr, index: number): Rest | null {
  switch (comparands.kind) {
    case 'shares': {
      const others = comparands.areas.filter((_, i) => i !== index);
      const [numerator, denominator] = [sum(others, 'numerator'), sum(others, 'denominator')];
      return denominator > 0 ? { kind: 'shares', numerator, denominator } : null;
    }
    case 'rates': {
      const others = comparands.areas.filter((_, i) => i !== index);
      const [events, exposure] = [sum(others, 'events'), sum(others, 'exposure')];
      return exposure > 0 ? { kind: 'rates', events, exposure } : null;
    }
    case 'durations': {
      const values = poolValues(comparands.areas.filter((_, i) => i !== index));
      return values.length > 0
        ? { kind: 'durations', values, value: quantileSorted(values, comparands.p) }
        : null;
    }
    case 'none':
      return null;
  }
}

function sum<K extends string>(items: readonly Readonly<Record<K, number>>[], part: K): number {
  return items.reduce((total, item) => total + item[part], 0);
}
