import { curve } from '../curve.ts';

/**
 * Charging by month of decision, against its highest: falling to 2021, flat through 2022 while arrests rise,
 * up from January 2023. A crime that would be charged at the highest level but is not ends 15 or 16.
 */
export const chargeLevel = {
  domestic: curve(
    ['2019-04', 0.88],
    ['2020-10', 0.84],
    ['2021-08', 0.66],
    ['2022-12', 0.65],
    ['2023-02', 0.82],
    ['2023-11', 0.97],
  ),
  other: curve(
    ['2019-04', 1],
    ['2020-10', 0.98],
    ['2021-08', 0.79],
    ['2022-12', 0.76],
    ['2023-02', 0.92],
    ['2023-11', 0.99],
  ),
};

/** Share ending 15 of the crimes that were not charged for want of charging. */
export const uncharged15 = 0.42;

/** Share of domestic abuse crimes ending 16 that end 15 instead, by month of outcome: up from early 2023. */
export const moved16To15 = curve(['2022-12', 0], ['2023-02', 0.03], ['2023-08', 0.07]);

/** Share of outcomes 14, 15 and 18 settled by community resolution or diversion instead, from January 2023. */
export const resolvedInstead = curve(['2022-12', 0], ['2023-02', 0.008], ['2023-11', 0.016]);
