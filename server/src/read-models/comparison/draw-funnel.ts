import type { ComparisonPanel, Funnel } from '../../contract/comparison.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { capitalised, countText, othersText } from '../findings/format.ts';
import { funnelOf, type RateScale } from './funnel-of.ts';
import type { AreasReading, ComparandsOr } from './read-areas.ts';
import { reasonOfFlag, stated } from './stated-reason.ts';

/** Events per so many of what they are divided by. */
export function scaleOf({ reading }: AreasReading): RateScale {
  const { metric } = reading;
  const per = metric.kind === 'rate' ? metric.per : 100;
  return { unit: per === 100 ? 'per-100' : 'per-1000', per };
}

/** The funnel of a measure with its caption, or why it has none. */
export function drawFunnel(
  areas: AreasReading,
  comparands: ComparandsOr,
  flags: readonly AreaFlag[],
): Pick<ComparisonPanel, 'funnel' | 'funnelAbsent'> {
  if (comparands.kind === 'none')
    return { funnel: null, funnelAbsent: stated(reasonOfFlag(comparands.absent), comparands.text) };
  const drawn = funnelOf(
    comparands,
    areas.areas.map(({ code }, i) => ({ code, flag: flags[i] })),
    scaleOf(areas),
  );
  if ('absent' in drawn) return { funnel: null, funnelAbsent: stated(drawn.absent) };
  const denominatorText = areas.per ? capitalised(plural(areas.per)) : areas.reading.metric.denominatorText;
  const { funnel } = drawn;
  return {
    funnel: { ...funnel, denominatorText, caption: captionOf(areas, funnel, flags) },
    funnelAbsent: null,
  };
}

/** `domestic abuse crime recorded` as it stands on an axis: `domestic abuse crimes recorded`. */
function plural(population: string): string {
  return population.replace(/\b(crime|rape)\b/, '$1s');
}

function captionOf(areas: AreasReading, funnel: Pick<Funnel, 'points'>, flags: readonly AreaFlag[]): string {
  const lines =
    'If all areas shared one value, chance would put 95% of areas of each size between the dotted lines and 99.8% between the dashed.';
  const differing = funnel.points.filter(({ differs }) => differs).map(({ area }) => area);
  if (differing.length === 0)
    return `${lines} Every mark outside the dashed lines is one that differs from ${othersText(areas.areas.length)}.`;
  const sentences = differing.map((code) => {
    const i = areas.areas.findIndex((area) => area.code === code);
    const isFlagged = flags[i].side !== null;
    return `${areas.areas[i].name} lies ${isFlagged ? 'inside' : 'outside'} the dashed line but is ${isFlagged ? '' : 'not '}told apart from ${othersText(areas.areas.length)}.`;
  });
  return `${lines} ${sentences.join(' ')} The lines are about all ${countText(areas.areas.length)} areas, the area itself included; what is called different is decided against the others alone.`;
}
