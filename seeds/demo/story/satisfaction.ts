import { climate } from '../climate.ts';
import { type Curve, curve } from '../curve.ts';
import { lpas } from '../places.ts';
import { areaDifferences } from './area-differences.ts';

export const questions = ['overall', 'contact', 'action', 'informed', 'treatment'] as const;
export type Question = (typeof questions)[number];

/**
 * Share "completely or very" satisfied, domestic abuse: overall just under the 80% target with a dip in late
 * 2021; kept informed falling from spring 2023.
 */
const levels: Record<Question, Curve> = {
  overall: curve(
    ['2019-04', 0.789],
    ['2021-06', 0.785],
    ['2021-10', 0.755],
    ['2022-04', 0.786],
    ['2023-11', 0.789],
  ),
  contact: curve(['2019-04', 0.86], ['2023-11', 0.855]),
  action: curve(['2019-04', 0.745], ['2021-10', 0.725], ['2023-11', 0.75]),
  informed: curve(['2019-04', 0.745], ['2023-02', 0.745], ['2023-04', 0.715], ['2023-11', 0.688]),
  treatment: curve(['2019-04', 0.865], ['2023-11', 0.87]),
};

/** Share satisfied by question and area in a month. */
export function createSatisfaction(
  seed: number,
): (month: number) => (question: Question, lpaIndex: number) => number {
  const mood = climate(seed, 'satisfaction', 0.3, 0.006);
  const local = lpas.map((lpa) => climate(seed, `satisfaction/${lpa}`, 0.3, 0.006));
  return (month) => {
    const shared = mood(month);
    return (question, lpaIndex) => {
      const difference = areaDifferences[question === 'informed' ? 'informed' : 'satisfaction'][lpaIndex];
      return Math.min(0.98, levels[question](month) * shared * local[lpaIndex](month) + difference);
    };
  };
}
