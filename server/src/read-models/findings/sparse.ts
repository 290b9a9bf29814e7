import { type Counts, fewestPerMonth } from '../../stats/spc/sparse.ts';
import { apartFrom, figure, placesApart } from './format.ts';

/**
 * Why a line of few cases is not judged, by its mean cases a month: `On average 1.6 a month: too few for a monthly chart
 * to tell change from chance.`; of a share `1.6 of 24 a month` or, where the others are few, `all but 1.6 of 24 a month`.
 */
export function describeSparse({ counted, others }: Counts): string {
  const fewest = Math.min(counted, others ?? counted);
  const number = figure(fewest, placesApart(1, apartFrom(fewest, [0, fewestPerMonth])));
  const all = others === null ? '' : ` of ${figure(counted + others, 0)}`;
  const but = fewest < counted ? 'all but ' : '';
  return `On average ${but}${number}${all} a month: too few for a monthly chart to tell change from chance.`;
}

/** Why a line whose months hardly vary is not judged. */
export const noRangeSentence =
  'Its months are all alike, or nearly: no usual range can be drawn to tell change from chance.';
