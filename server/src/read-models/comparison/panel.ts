import type { ComparedArea, ComparisonPanel, Funnel, StatedReason } from '../../contract/comparison.ts';
import type { Point } from '../../contract/series.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import { targetAt, targetsFor } from '../../metrics/targets.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { checkQuality } from '../check-quality.ts';
import { describeTarget } from '../describe-reference.ts';
import { describeAreas } from '../findings/comparison.ts';
import { capitalised, countText, figuresOf } from '../findings/format.ts';
import { titleOf } from '../get-measure.ts';
import { type LineUnit, lineUnit } from '../judge/line-unit.ts';
import { changesOf } from './changes-of.ts';
import { funnelOf, type RateScale } from './funnel-of.ts';
import type { Asked } from './question.ts';
import { type AreasReading, type ComparandsOr, readAreas } from './read-areas.ts';
import { reasonOfFlag, reasonOfPoint, stated } from './stated-reason.ts';
import { toldApartOf } from './told-apart-of.ts';

const [BEFORE, NOW] = [0, 1];

/** One measure over the areas: funnel, values with intervals now and a year before, flags, and the caution. */
export function panelOf(release: LoadedRelease, asked: Asked): ComparisonPanel {
  const { resolved, now, before } = asked;
  const areas = readAreas(release, resolved.reading, [before, now]);
  const { metric, statistic, area } = areas.reading;
  const unit = lineUnit(metric, statistic);
  const comparands = areas.comparands(NOW);
  const flags = areas.flags(NOW);
  const changes = changesOf(release, areas, unit);
  const month = now.months[now.months.length - 1];
  const targets = targetsFor(release.pinned, metric.id, statistic, resolved.filter, area);
  const target = targetAt(targets, month);
  const compared = areas.areas.map(
    ({ code, points }, i): ComparedArea => ({
      area: code,
      point: points[NOW],
      earlier: points[BEFORE],
      change: changes.differences[i],
      flag: flags[i],
    }),
  );
  return {
    metric: metric.id,
    title: titleOf(release, resolved),
    kind: metric.kind,
    statistic,
    filter: { ...resolved.filter },
    parameters: { ...asked.parameters, ...spanOf(asked) },
    unit: unit.unit,
    decimals: unit.decimals,
    polarity: polarityOf(metric, resolved.filter),
    grain: resolved.grain,
    lagMonths: asked.lagMonths,
    period: now.name,
    earlierPeriod: before.name,
    whole: areas.whole[NOW],
    wholeEarlier: areas.whole[BEFORE],
    areas: compared,
    per: areas.per,
    target: target ? describeTarget(target) : null,
    ...drawFunnel(areas, comparands, flags),
    toldApart: toldApartOf(areas, comparands, unit, scaleOf(areas)),
    findings: { areas: areasFinding(areas, compared, unit), change: changes.finding },
    cautions: [...generalCautions, ...metric.caveats],
    quality: qualityOf(release, areas),
    absent: whyAbsent(compared.map(({ point }) => point)),
  };
}

const generalCautions = [
  'Read each area against the other areas together, not against its neighbour.',
  'A difference is a reason to ask a question, not an answer.',
  'Areas differ in roads, population and demand; these figures do not adjust for that.',
];

/** The measure page that shows the same period. */
function spanOf({ resolved, now }: Asked): Record<string, string> {
  return { grain: resolved.grain, to: now.name };
}

/** Events per so many of what they are divided by. */
function scaleOf({ reading }: AreasReading): RateScale {
  const { metric } = reading;
  const per = metric.kind === 'rate' ? metric.per : 100;
  return { unit: per === 100 ? 'per-100' : 'per-1000', per };
}

function drawFunnel(
  areas: AreasReading,
  comparands: ComparandsOr,
  flags: readonly AreaFlag[],
): Pick<ComparisonPanel, 'funnel' | 'funnelAbsent'> {
  if (comparands.kind === 'none')
    return { funnel: null, funnelAbsent: stated(reasonOfFlag(comparands.absent)) };
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

function captionOf(
  areas: AreasReading,
  funnel: Pick<Funnel, 'points' | 'unit'>,
  flags: readonly AreaFlag[],
): string {
  const law = funnel.unit === 'fraction' ? 'binomial' : 'Poisson';
  const lines = `Lines are ${law} limits about the common value of the areas: 95% dotted, 99.8% dashed.`;
  const differing = funnel.points.filter(({ differs }) => differs).map(({ area }) => area);
  if (differing.length === 0)
    return `${lines} Every mark's side of the dashed line agrees with its comparison with the other areas.`;
  const sentences = differing.map((code) => {
    const i = areas.areas.findIndex((area) => area.code === code);
    const isFlagged = flags[i].side !== null;
    return `${areas.areas[i].name} lies ${isFlagged ? 'inside' : 'outside'} the dashed line but is ${isFlagged ? '' : 'not '}told apart from the other areas.`;
  });
  const others = countText(areas.areas.length);
  return `${lines} ${sentences.join(' ')} The line is about all ${others} areas, the area itself included; what is called different is decided against the others alone.`;
}

function areasFinding(
  areas: AreasReading,
  compared: readonly ComparedArea[],
  { unit, decimals, words }: LineUnit,
): ComparisonPanel['findings']['areas'] {
  const { label } = areas.reading.metric;
  const values = compared.flatMap(({ point }) => (point.value === null ? [] : [point.value]));
  const span = values.length === 0 ? null : { lowest: Math.min(...values), highest: Math.max(...values) };
  const flagged = compared.flatMap(({ flag }, i) =>
    flag.side === null ? [] : [{ name: areas.areas[i].name, flag }],
  );
  const statement = compared.some(({ flag }) => flag.absent === null)
    ? describeAreas(label, figuresOf(unit, decimals, values), words, flagged, span)
    : `${label}: areas are not compared`;
  const told = compared.flatMap(({ flag }) => (flag.side === null ? [] : flag.sentence));
  return { statement, evidence: told.length > 0 ? told.join(' ') : noneTold(compared) };
}

function noneTold(compared: readonly ComparedArea[]): string {
  const [first] = compared.filter(({ flag }) => flag.absent !== null);
  return first && compared.every(({ flag }) => flag.absent !== null)
    ? first.flag.sentence
    : 'No area’s 99.8% interval for its difference from the others leaves out no difference.';
}

function qualityOf(release: LoadedRelease, { reading }: AreasReading): ComparisonPanel['quality'] {
  if (reading.metric.cube !== 'incident') return [];
  const { grade, domesticAbuse } = reading.filters;
  const filters = { ...(grade ? { grade } : {}), ...(domesticAbuse ? { domesticAbuse } : {}) };
  const { areaSet, area, nodes, periods } = reading;
  return checkQuality(release, { areaSet, area, nodes, period: periods[NOW], filters }).filter(
    ({ ok }) => !ok,
  );
}

function whyAbsent(points: readonly Point[]): StatedReason | null {
  if (points.some(({ value }) => value !== null)) return null;
  return stated(reasonOfPoint(points[0]?.absent));
}
