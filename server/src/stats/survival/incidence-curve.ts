import { at, type RiskTable } from './risk-table.ts';

/**
 * One outcome's running sums by day s, with c = S(s-) d_k / n the jump of its cumulative incidence:
 * `incidence` Σ c, `perAtRisk` Σ c / n, `weighted` Σ c G(s-).
 */
export type IncidenceCurve = {
  events: Float64Array;
  incidence: Float64Array;
  perAtRisk: Float64Array;
  weighted: Float64Array;
};

/** Running sums of one outcome, in one pass over the days. */
export function buildCurve(table: RiskTable, events: Float64Array): IncidenceCurve {
  const days = table.atRisk.length;
  const incidence = new Float64Array(days);
  const perAtRisk = new Float64Array(days);
  const weighted = new Float64Array(days);
  let [sum, sumPerAtRisk, sumWeighted] = [0, 0, 0];
  for (let s = 0; s < days; s++) {
    const d = at(events, s);
    if (d > 0) {
      const jump = (at(table.before, s) * d) / at(table.atRisk, s);
      sum += jump;
      sumPerAtRisk += jump / at(table.atRisk, s);
      sumWeighted += jump * at(table.greenwood, s - 1);
    }
    incidence[s] = sum;
    perAtRisk[s] = sumPerAtRisk;
    weighted[s] = sumWeighted;
  }
  return { events, incidence, perAtRisk, weighted };
}

/**
 * Infinitesimal-jackknife standard error of a cumulative incidence on a day t within follow-up: √Σ U² over persons.
 * The U of specification section E depends on a person only through its last day x and how it ended, so persons
 * are taken by day and kind, O(days) in all. With A, B, C, G for `perAtRisk`, `weighted`, `incidence`, `greenwood`:
 * still followed after t: U = B(t) - A(t); ended on x <= t: U = B(x) - A(x) + G(x)(C(t) - C(x)) when censored, less
 * (C(t) - C(x)) / (n - d) when it ended with any outcome, plus S(x-) / n when with this one.
 * Source: R survival 3.8-3 (Therneau, methods vignette), terms grouped by day.
 */
export function jackknifeError(table: RiskTable, curve: IncidenceCurve, day: number): number {
  const stillFollowed = at(table.atRisk, day + 1);
  let squares = stillFollowed * (at(curve.weighted, day) - at(curve.perAtRisk, day)) ** 2;
  const total = at(curve.incidence, day);
  for (let x = 0; x <= day; x++) {
    const n = at(table.atRisk, x);
    const d = at(table.anyEvents, x);
    const own = at(curve.events, x);
    const later = total - at(curve.incidence, x);
    const lost = at(curve.weighted, x) - at(curve.perAtRisk, x) + at(table.greenwood, x) * later;
    const ended = n > d ? lost - later / (n - d) : lost;
    const counted = ended + at(table.before, x) / n;
    squares += at(table.censored, x) * lost ** 2 + (d - own) * ended ** 2 + own * counted ** 2;
  }
  return Math.sqrt(squares);
}
