import type { UnitName } from '../../contract/common.ts';
import type { Funnel, FunnelLine, StatedReason } from '../../contract/comparison.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { denominatorGrid, eventGrid } from '../../stats/funnel/grid.ts';
import { type ProportionArea, proportionFunnel, proportionLimits } from '../../stats/funnel/proportion.ts';
import { type RateArea, rateFunnel, rateLimits } from '../../stats/funnel/rate.ts';
import type { FunnelLimits, Significance } from '../../stats/funnel/significance.ts';
import type { ComparandsOr } from './read-areas.ts';

/** An area of a funnel before its caption is written. */
export type DrawnFunnel = Omit<Funnel, 'caption' | 'denominatorText'>;
export type FunnelOr = { readonly funnel: DrawnFunnel } | { readonly absent: StatedReason['reason'] };

export interface FunnelArea {
  readonly code: string;
  readonly flag: Pick<AreaFlag, 'side'>;
}

/** How a rate is shown: events per so many of its exposure. */
export interface RateScale {
  readonly unit: UnitName;
  readonly per: number;
}

/**
 * The funnel of shares or rates about their pooled value, lines at 95% and 99.8%; areas without cases are left out.
 * Waits have no funnel, nor have areas that all show nothing, or all the same whole.
 */
export function funnelOf(comparands: ComparandsOr, areas: readonly FunnelArea[], scale: RateScale): FunnelOr {
  if (comparands.kind === 'shares') return shareFunnel(comparands.areas, areas);
  if (comparands.kind === 'rates') return drawnRates(comparands.areas, areas, scale);
  return { absent: 'not-a-share' };
}

function shareFunnel(shares: readonly ProportionArea[], areas: readonly FunnelArea[]): FunnelOr {
  const present = keep(areas, shares, ({ denominator }) => denominator > 0);
  if (present.length === 0) return { absent: 'no-cases' };
  const { baseline, points } = proportionFunnel(present.map(({ of }) => of));
  if (baseline === 0 || baseline === 1) return { absent: 'no-variation' };
  const sizes = present.map(({ of }) => of.denominator);
  const places = denominatorGrid(sizes).map((at) => ({
    at: sides(at),
    value: proportionLimits(baseline, at),
  }));
  const drawn = present.map(({ area, of }, i) =>
    pointOf(area, { ...of, value: points[i].value }, points[i].significance),
  );
  const lines = linesOf(places, Math.min(...sizes));
  return { funnel: { unit: 'fraction', baseline, lines, points: drawn } };
}

function drawnRates(
  rates: readonly RateArea[],
  areas: readonly FunnelArea[],
  { unit, per }: RateScale,
): FunnelOr {
  const present = keep(areas, rates, ({ exposure }) => exposure > 0);
  if (present.length === 0) return { absent: 'no-cases' };
  const { baseline, points } = rateFunnel(present.map(({ of }) => of));
  if (baseline === 0) return { absent: 'no-variation' };
  const sizes = present.map(({ of }) => of.exposure);
  const places = eventGrid(sizes, baseline).map((events) => {
    const { expected, ratio } = rateLimits(events);
    return {
      at: mapLimits(expected, (count) => count / baseline),
      value: mapLimits(ratio, (times) => times * baseline * per),
    };
  });
  const drawn = present.map(({ area, of: { events, exposure } }, i) => {
    const mark = { numerator: events, denominator: exposure, value: points[i].value * per };
    return pointOf(area, mark, points[i].significance);
  });
  const lines = linesOf(places, Math.min(...sizes));
  return { funnel: { unit, baseline: baseline * per, lines, points: drawn } };
}

function keep<T>(areas: readonly FunnelArea[], values: readonly T[], isPresent: (value: T) => boolean) {
  return areas.flatMap((area, i) => (isPresent(values[i]) ? [{ area, of: values[i] }] : []));
}

function pointOf(
  { code, flag }: FunnelArea,
  drawn: { numerator: number; denominator: number; value: number },
  significance: Significance,
): Funnel['points'][number] {
  const drawnSide = significance?.level === 0.998 ? significance.side : null;
  const flagSide = flag.side && (flag.side === 'higher' ? 'high' : 'low');
  return { area: code, ...drawn, outside: significance, differs: drawnSide !== flagSide };
}

const lineNames = [
  { side: 'lower', level: 0.95, limit: 'lower95' },
  { side: 'upper', level: 0.95, limit: 'upper95' },
  { side: 'lower', level: 0.998, limit: 'lower998' },
  { side: 'upper', level: 0.998, limit: 'upper998' },
] as const;

/** The four lines, from half the smallest area on: below it they only open wider. */
function linesOf(
  places: readonly { at: FunnelLimits; value: FunnelLimits }[],
  smallest: number,
): FunnelLine[] {
  return lineNames.map(({ side, level, limit }) => ({
    side,
    level,
    points: places.flatMap(({ at, value }) =>
      at[limit] >= smallest / 2 ? [{ denominator: at[limit], value: value[limit] }] : [],
    ),
  }));
}

const sides = (at: number): FunnelLimits => ({ lower95: at, upper95: at, lower998: at, upper998: at });

function mapLimits(limits: FunnelLimits, change: (limit: number) => number): FunnelLimits {
  const { lower95, upper95, lower998, upper998 } = limits;
  return {
    lower95: change(lower95),
    upper95: change(upper95),
    lower998: change(lower998),
    upper998: change(upper998),
  };
}
