import { proportionFunnel } from '../../stats/funnel/proportion.ts';
import { deriveExposure, rateFunnel, ratioSignificance } from '../../stats/funnel/rate.ts';
import type { Significance } from '../../stats/funnel/significance.ts';
import { levels, type VectorCase } from './vector-case.ts';

type FunnelInput = { num: number[]; den: number[]; multiplier: number };
type RateInput = FunnelInput & { rate: number[]; years_of_data: number };

/** Section C, the PHEindicatormethods part. */
export function runFunnel({ kind, input }: VectorCase): unknown {
  if (kind === 'phe-proportion') return runProportion(input as FunnelInput);
  if (kind === 'phe-rate') return runRate(input as RateInput);
  if (kind === 'phe-ratio') return runRatio(input as FunnelInput);
  throw new Error(`Funnels of kind "${kind}" are not offered yet.`);
}

function runProportion({ num, den, multiplier }: FunnelInput): unknown {
  const areas = num.map((numerator, i) => ({ numerator, denominator: den[i] ?? Number.NaN }));
  const { baseline, points } = proportionFunnel(areas);
  const limits = levels.flatMap(({ lower, upper }) => [lower, upper]);
  return {
    baseline: baseline * multiplier,
    value: points.map(({ value }) => value * multiplier),
    area_limits: Object.fromEntries(
      limits.map((name) => [name, points.map((point) => point.limits[name] * multiplier)]),
    ),
    significance: points.map(({ significance }) => labelOf(significance)),
  };
}

function runRate({ num, den, rate, multiplier, years_of_data }: RateInput): unknown {
  const areas = num.map((events, i) => ({
    events,
    exposure: deriveExposure(events, den[i] ?? Number.NaN, rate[i] ?? Number.NaN, multiplier),
  }));
  const { baseline, points } = rateFunnel(areas);
  return {
    baseline: baseline * multiplier,
    significance: points.map(({ significance }) => labelOf(significance)),
    points: { rate_chart: rate, denominator_derived: areas.map(({ exposure }) => exposure / years_of_data) },
  };
}

function runRatio({ num, den }: FunnelInput): unknown {
  return {
    significance: num.map((observed, i) => labelOf(ratioSignificance(observed, den[i] ?? Number.NaN))),
  };
}

function labelOf(significance: Significance): string {
  if (!significance) return 'Not significant';
  const side = significance.side === 'high' ? 'High' : 'Low';
  return `${side} (${significance.level === 0.998 ? '0.001' : '0.025'})`;
}
