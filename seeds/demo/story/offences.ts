import { weighted } from '../random.ts';

export type OffenceGroup =
  | 'rape'
  | 'other_sexual'
  | 'stalking'
  | 'harassment'
  | 'coercive_control'
  | 'violence_with_injury'
  | 'violence_without_injury'
  | 'criminal_damage'
  | 'breach_of_order'
  | 'other';

/** The mix of recorded crime. Domestic abuse is a mark on a crime, not a group of its own. */
export const offenceMix = {
  domestic: weighted<OffenceGroup>([
    ['violence_without_injury', 0.325],
    ['violence_with_injury', 0.19],
    ['harassment', 0.165],
    ['stalking', 0.09],
    ['coercive_control', 0.04],
    ['criminal_damage', 0.065],
    ['breach_of_order', 0.05],
    ['rape', 0.025],
    ['other_sexual', 0.015],
    ['other', 0.035],
  ]),
  other: weighted<OffenceGroup>([
    ['other', 0.48],
    ['violence_without_injury', 0.15],
    ['criminal_damage', 0.13],
    ['violence_with_injury', 0.11],
    ['harassment', 0.075],
    ['other_sexual', 0.025],
    ['stalking', 0.011],
    ['rape', 0.009],
    ['breach_of_order', 0.007],
    ['coercive_control', 0.003],
  ]),
};
