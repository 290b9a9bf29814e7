import type { UnitName } from '../../contract/common.ts';
import type { MethodExample, MethodFigure } from '../../contract/methods.ts';
import type { Point } from '../../contract/series.ts';
import { areaSetAt } from '../../metrics/areas.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { panelOf } from '../comparison/panel.ts';
import { askMeasure } from '../comparison/question.ts';
import { stripsOf } from '../comparison/strips.ts';
import { periodText } from '../findings/format.ts';
import { boardMonths, getBoard } from '../get-board.ts';
import { getCohorts } from '../get-cohorts.ts';
import { areaName } from '../nodes.ts';
import { requireMetric } from '../resolve-query.ts';

type Panel = ReturnType<typeof panelOf>;

/** Live figures of a release that examples are made of: read once for all of them. */
export interface ExampleSource {
  readonly share: Panel;
  readonly wait: Panel;
  readonly count: Panel;
  readonly strips: ReturnType<typeof stripsOf>;
  readonly board: ReturnType<typeof getBoard>;
  readonly incidence: ReturnType<typeof getCohorts>['incidence'];
  /** An area by code, in words. */
  readonly name: (code: string) => string;
}

/** Reads what the examples need, over the twelve months to the newest month. */
export function exampleSource(release: LoadedRelease): ExampleSource {
  const { pinned } = release;
  const month = boardMonths(release).at(-1) ?? '';
  const areaSet = areaSetAt(pinned, month);
  const panel = (id: string, filter: Record<string, string>) => {
    const query = { ...filter, grain: 'rolling-12', areaSet: areaSet.id };
    const asked = askMeasure(release, requireMetric(id), query, month, undefined, 'any');
    return panelOf(release, { ...asked, parameters: filter });
  };
  return {
    share: panel('satisfaction.overall', {}),
    wait: panel('response.time', { grade: '2', domesticAbuse: 'true' }),
    count: panel('orders.issued', { orderType: 'DVPN' }),
    strips: stripsOf(release, { areaSet, area: pinned.force.code, month }),
    board: getBoard(release, month),
    incidence: getCohorts(release, {}).incidence,
    name: (code) => areaName(pinned, areaSet, code),
  };
}

/** The live example of a method by its id; a method without one is not listed. */
export const methodExamples: Readonly<Record<string, (source: ExampleSource) => MethodExample | null>> = {
  wilson: ({ share }) => intervalExample(share, share.whole),
  byar: ({ count }) => intervalExample(count, count.whole),
  'order-statistic': ({ wait }) => intervalExample(wait, wait.whole),
  quantile: ({ wait }) => intervalExample(wait, wait.whole),
  newcombe: ({ share, name }) => flagExample(share, name),
  'rate-ratio': ({ count, name }) => flagExample(count, name),
  'median-difference': ({ wait, name }) => flagExample(wait, name),
  'area-flag': ({ wait, name }) => flagExample(wait, name),
  funnel: ({ share }) => funnelExample(share),
  'told-apart': ({ share }) => toldApartExample(share),
  'expected-range': stripExample,
  'aalen-johansen': incidenceExample,
  variation: verdictExample,
  outlook: outlookExample,
  'false-alarms': alarmExample,
};

const figureOf = (label: string, value: number | null, unit: UnitName, decimals: number): MethodFigure => ({
  label,
  value,
  unit,
  decimals,
  isDifference: false,
  text: value === null ? 'no limit' : null,
});

const differenceOf = (...figure: Parameters<typeof figureOf>): MethodFigure => ({
  ...figureOf(...figure),
  isDifference: true,
});

const linkTo = ({ metric, parameters }: Panel) => ({ metric, parameters });

function intervalExample(panel: Panel, { value, n, interval }: Point): MethodExample | null {
  if (value === null || !interval) return null;
  const { unit, decimals } = panel;
  return {
    statement: `${panel.title}, ${periodText(panel.period)}, the whole force.`,
    figures: [
      figureOf('Figure', value, unit, decimals),
      figureOf('Cases', n, 'count', 0),
      figureOf('Lower 95% limit', interval.lower, unit, decimals),
      figureOf('Upper 95% limit', interval.upper, unit, decimals),
    ],
    ...linkTo(panel),
  };
}

/** The first area of the set that has a comparison. */
function flagExample(panel: Panel, name: (code: string) => string): MethodExample | null {
  const found = panel.areas.find(({ flag }) => flag.estimate !== null);
  if (!found) return null;
  const { flag, area } = found;
  const isRatio = flag.comparison === 'ratio';
  const compared = isRatio ? figureOf : differenceOf;
  const [unit, decimals] = isRatio ? (['count', 2] as const) : ([panel.unit, panel.decimals] as const);
  const what = isRatio ? 'Ratio to the other areas’ rate' : 'Difference from the other areas';
  return {
    statement: `${panel.title}: ${flag.sentence}`,
    figures: [
      compared(`${what}, ${name(area)}`, flag.estimate, unit, decimals),
      compared('Lower 99.8% limit', flag.lower, unit, decimals),
      compared('Upper 99.8% limit', flag.upper, unit, decimals),
    ],
    ...linkTo(panel),
  };
}

function funnelExample(panel: Panel): MethodExample | null {
  const { funnel } = panel;
  if (!funnel) return null;
  const outside = funnel.points.filter((point) => point.outside?.level === 0.998).length;
  return {
    statement: `${panel.title}, ${periodText(panel.period)}. ${funnel.caption}`,
    figures: [
      figureOf('Common value of the areas', funnel.baseline, funnel.unit, panel.decimals),
      figureOf('Areas outside the 99.8% lines', outside, 'count', 0),
    ],
    ...linkTo(panel),
  };
}

/** The first outcome of the newest cohort followed, on the day at which cohorts are compared. */
function incidenceExample({ incidence }: ExampleSource): MethodExample | null {
  if (!incidence) return null;
  const [cohort] = incidence.cohorts;
  const [curve] = cohort.curves;
  const share = curve.points.findLast(({ day }) => day <= incidence.markedDay);
  if (!share) return null;
  const { value, lower, upper, day } = share;
  return {
    statement: `${incidence.finding.statement}. ${incidence.finding.evidence}`,
    figures: [
      figureOf(`${curve.label}, share of crimes by day ${day}`, value, 'fraction', 1),
      figureOf('Crimes followed', cohort.crimes, 'count', 0),
      figureOf('Lower 95% limit', lower, 'fraction', 1),
      figureOf('Upper 95% limit', upper, 'fraction', 1),
    ],
    metric: incidence.metric,
    parameters: {},
  };
}

function toldApartExample(panel: Panel): MethodExample | null {
  const { statement, sentences, chanceOfNoise, smallestGap } = panel.toldApart;
  if (chanceOfNoise === null) return null;
  return {
    statement: `${panel.title}, ${periodText(panel.period)}. ${statement} ${sentences.join(' ')}`,
    figures: [
      figureOf('Chance that areas alike lie as far apart', chanceOfNoise, 'fraction', 1),
      ...(smallestGap
        ? [differenceOf('Smallest difference shown', smallestGap.gap, smallestGap.unit, panel.decimals)]
        : []),
    ],
    ...linkTo(panel),
  };
}

function stripExample({ strips, name }: ExampleSource): MethodExample | null {
  const row = strips.groups.flatMap(({ rows }) => rows).find(({ cells }) => cells[0]?.expected998 != null);
  const [cell] = row?.cells ?? [];
  if (!row || !cell?.expected998) return null;
  const unit = row.per === null ? row.unit : 'count';
  return {
    statement: `${row.label}, ${name(cell.area)}: ${cell.text}.`,
    figures: [
      figureOf('Position', cell.position, unit, row.decimals),
      figureOf('The other areas', cell.centre, unit, row.decimals),
      figureOf('Lowest chance explains, 99.8%', cell.expected998.lower, unit, row.decimals),
      figureOf('Highest chance explains, 99.8%', cell.expected998.upper, unit, row.decimals),
    ],
    metric: row.metric,
    parameters: row.parameters,
  };
}

function verdictExample({ board }: ExampleSource): MethodExample | null {
  const rows = board.groups.flatMap((group) => group.rows);
  const row =
    rows.find(({ variation }) => variation.rule !== null) ??
    rows.find(({ variation }) => variation.at !== null);
  if (!row) return null;
  return {
    statement: `${row.label}: ${row.variation.word}. ${row.variation.sentence}`,
    figures: [
      figureOf('Distance from the average, in standard deviations', row.variation.sigmas, 'count', 1),
    ],
    metric: row.metric,
    parameters: { ...row.filter },
  };
}

function outlookExample({ board }: ExampleSource): MethodExample | null {
  const row = board.groups.flatMap((group) => group.rows).find(({ outlook }) => outlook.target !== null);
  if (!row?.outlook.target) return null;
  return {
    statement: `${row.label}: ${row.outlook.word}. ${row.outlook.sentence}`,
    figures: [figureOf('Target', row.outlook.target.value, row.unit, row.decimals)],
    metric: row.metric,
    parameters: { ...row.filter },
  };
}

function alarmExample({ board: { falseAlarm, month } }: ExampleSource): MethodExample {
  const { measures, expected, shownIndependent, autocorrelation, sentence } = falseAlarm;
  return {
    statement: `The board of ${periodText(month)}. ${sentence}`,
    figures: [
      figureOf('Measures judged', measures, 'count', 0),
      figureOf('Signals chance alone would show', expected, 'count', 1),
      figureOf('Signals shown, moving together counted once', shownIndependent, 'count', 1),
      figureOf('Correlation of neighbouring months', autocorrelation, 'count', 2),
    ],
    metric: null,
    parameters: {},
  };
}
