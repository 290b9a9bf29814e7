import {
  type ToldApart,
  tellDurationsApart,
  tellProportionsApart,
  tellRatesApart,
} from '../../stats/areas/told-apart.ts';
import type { ComparandsOr } from './read-areas.ts';

/** Whether the areas can be told apart by what they are compared by; null where the measure is not compared. */
export function tellApart(comparands: ComparandsOr): ToldApart | null {
  switch (comparands.kind) {
    case 'shares':
      return tellProportionsApart(comparands.areas);
    case 'rates':
      return tellRatesApart(comparands.areas);
    case 'durations':
      return tellDurationsApart(comparands.areas, comparands.p);
    case 'none':
      return null;
  }
}
