import { type Curve, curve } from '../curve.ts';

/**
 * Rows expected in a 30.4-day month. The levels follow the force's published yearly counts: lockdowns, the
 * recovery, the peak of 2022/23 and the fall after it; domestic abuse hardly dips.
 */
export const volumes = {
  incidentsDomestic: curve(['2019-04', 1430], ['2020-05', 1560], ['2021-06', 1510], ['2023-11', 1500]),
  incidentsOther: curve(
    ['2019-04', 6900],
    ['2020-02', 6700],
    ['2020-04', 5300],
    ['2020-08', 6400],
    ['2021-02', 5600],
    ['2021-07', 6700],
    ['2022-07', 6800],
    ['2023-11', 6400],
  ),
  crimesDomestic: curve(['2019-04', 1330], ['2020-05', 1440], ['2021-06', 1460], ['2023-11', 1430]),
  crimesOther: curve(
    ['2019-04', 5850],
    ['2020-02', 5700],
    ['2020-04', 4100],
    ['2020-08', 5200],
    ['2021-02', 4300],
    ['2021-07', 5700],
    ['2022-07', 6350],
    ['2023-03', 6100],
    ['2023-11', 5650],
  ),
  interviews: curve(['2019-04', 325], ['2020-05', 290], ['2021-01', 330], ['2023-11', 334]),
} satisfies Record<string, Curve>;

/** January to December, mean about 1: summer and December are busy, February is not. */
export const seasonal = {
  domestic: [0.98, 0.95, 0.97, 0.99, 1.02, 1.05, 1.07, 1.05, 1.0, 0.98, 0.95, 1.01],
  other: [0.95, 0.94, 0.98, 0.99, 1.03, 1.05, 1.06, 1.03, 1.01, 1.02, 0.99, 0.95],
} as const;
