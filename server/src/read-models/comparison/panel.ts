import type { ComparedArea, ComparisonPanel, StatedReason } from '../../contract/comparison.ts';
import type { Point } from '../../contract/series.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import { filtersToCheck } from '../../metrics/quality.ts';
import { targetAt, targetsFor } from '../../metrics/targets.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { checkQuality } from '../check-quality.ts';
import { describeTarget } from '../describe-reference.ts';
import { titleOf } from '../get-measure.ts';
import { lineUnit } from '../judge/line-unit.ts';
import { areasFinding } from './areas-finding.ts';
import { changesOf } from './changes-of.ts';
import { drawFunnel, scaleOf } from './draw-funnel.ts';
import type { Asked } from './question.ts';
import { type AreasReading, readAreas } from './read-areas.ts';
import { reasonOfPoint, stated } from './stated-reason.ts';
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
  const targets = targetsFor(release.pinned, metric.id, statistic, resolved.filter, area);
  const target = targetAt(targets, now.months[now.months.length - 1]);
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
    parameters: { ...asked.parameters, grain: resolved.grain, to: now.name },
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
    toldApart: toldApartOf(areas, comparands, unit, scaleOf(areas), flags),
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

function qualityOf(release: LoadedRelease, { reading }: AreasReading): ComparisonPanel['quality'] {
  if (reading.metric.cube !== 'incident') return [];
  const filters = filtersToCheck(reading.metric, reading.filters);
  const { areaSet, area, nodes, periods } = reading;
  const checks = checkQuality(release, { areaSet, area, nodes, periods: [periods[NOW]], filters });
  return checks.filter(({ ok }) => !ok);
}

function whyAbsent(points: readonly Point[]): StatedReason | null {
  if (points.some(({ value }) => value !== null)) return null;
  return stated(reasonOfPoint(points[0]?.absent));
}
