import type { Incidence } from '../../api/types.ts';

/** SVG paths of one cohort: its stepped curve, and its interval as a closed shape. */
export interface CurveShape {
  line: string;
  band: string;
}

interface Box {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Tops whose half is a round share too. */
const scaleTops = [0.02, 0.04, 0.1, 0.2, 0.4, 0.6, 0.8];

/** Curves of one outcome for every cohort on one scale; `highest` is the top of the scale. */
export function incidenceShape({ cohorts, horizonDays }: Incidence, cause: string, box: Box) {
  const all = cohorts.map((cohort) => ({
    known: cohort.knownToDay ?? 0,
    points: cohort.curves.find((curve) => curve.cause === cause)?.points ?? [],
  }));
  const tops = all.flatMap(({ points }) => points.map(({ value, upper }) => upper ?? value));
  const top = Math.max(0, ...tops);
  const highest = scaleTops.find((one) => one >= top) ?? 1;
  const xOf = (day: number) => round(box.left + (day / horizonDays) * (box.width - box.left - box.right));
  const yOf = (value: number) => round(box.top + (box.height - box.top - box.bottom) * (1 - value / highest));
  const curves = all.flatMap(({ points, known }): CurveShape[] => {
    const last = points.at(-1);
    if (!last) return [];
    const steps = [...points, { ...last, day: Math.max(known, last.day) }];
    const upper = steps.map(({ day, upper: u, value }) => `${xOf(day)} ${yOf(u ?? value)}`);
    const lower = steps.map(({ day, lower: l, value }) => `${xOf(day)} ${yOf(l ?? value)}`).reverse();
    const line = steps.map(({ day, value }, i) =>
      i === 0 ? `M${xOf(day)} ${yOf(value)}` : `H${xOf(day)}V${yOf(value)}`,
    );
    return [{ line: line.join(''), band: `M${upper.join('L')}L${lower.join('L')}Z` }];
  });
  return { curves, highest };
}

const round = (length: number) => Math.round(length * 10) / 10;
