import type { Release } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';

/** How to cite a figure of a release, with enough of its hash to check it. */
export function citation({ force, number, publishedOn, dataTo, sha256, synthetic }: Release): string {
  return [
    `${force.name} Police, VAWG performance, Release ${number}`,
    `published ${formatDay(publishedOn)}, data to ${formatDay(dataTo)}`,
    ...(synthetic ? ['synthetic demonstration data'] : []),
    `SHA-256 ${sha256.slice(0, 12)}`,
  ].join('; ');
}
