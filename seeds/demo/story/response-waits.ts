import { climate } from '../climate.ts';
import { curve } from '../curve.ts';
import { lpas } from '../places.ts';
import { areaDifferences } from './area-differences.ts';

/** Medians in minutes and the standard deviation of their logarithms, by grade 1 to 4. */
const dispatchMedians = { domestic: [2.4, 41, 200, 420], other: [2.1, 19, 235, 480] } as const;
const travelMedians = { domestic: [11.2, 26, 28, 30], other: [10.2, 25, 28, 30] } as const;
const dispatchSpreads = [0.7, 0.8, 0.92, 1.0] as const;
const travelSpreads = [0.48, 0.5, 0.5, 0.5] as const;

// The years before the baseline of April 2021 were a little quicker.
const drift = curve(['2019-04', 0.9], ['2021-04', 1]);

/** Domestic abuse at grade 2 waits less for dispatch from March 2023 on, month by month. */
const domesticDispatch = curve(['2023-02', 1], ['2023-03', 0.91], ['2023-06', 0.82], ['2023-11', 0.73]);

export interface WaitModel {
  dispatchMedian: number;
  dispatchSpread: number;
  travelMedian: number;
  travelSpread: number;
}

type MonthModel = (grade: number, isDomestic: boolean, lpaIndex: number) => WaitModel;

/**
 * How long people wait, by month: two lognormal parts, dispatch and travel. The difference between domestic
 * abuse and other calls at grade 2 lies in dispatch alone.
 */
export function createWaitModel(seed: number): (month: number) => MonthModel {
  const shared = climate(seed, 'dispatch', 0.35, 0.022);
  const domestic = climate(seed, 'dispatch/domestic', 0.3, 0.018);
  const travel = climate(seed, 'travel', 0.4, 0.012);
  const local = lpas.map((lpa) => climate(seed, `dispatch/${lpa}`, 0.4, 0.02));
  return (month) => {
    const base = shared(month) * drift(month);
    const improvement = domesticDispatch(month);
    const table = [true, false].map((isDomestic) =>
      [0, 1, 2, 3].map((grade) =>
        lpas.map((_, lpaIndex): WaitModel => {
          const group = isDomestic ? 'domestic' : 'other';
          const gain = isDomestic && grade === 1 ? improvement ** areaDifferences.improvement[lpaIndex] : 1;
          const mood = base * local[lpaIndex](month) * (isDomestic ? domestic(month) : 1);
          return {
            dispatchMedian: dispatchMedians[group][grade] * areaDifferences.dispatch[lpaIndex] * mood * gain,
            dispatchSpread: dispatchSpreads[grade],
            travelMedian: travelMedians[group][grade] * areaDifferences.travel[lpaIndex] * travel(month),
            travelSpread: travelSpreads[grade],
          };
        }),
      ),
    );
    return (grade, isDomestic, lpaIndex) => table[isDomestic ? 0 : 1][grade - 1][lpaIndex];
  };
}
