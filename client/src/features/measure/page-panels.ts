import type { KeyedSeries, MeasurePage, Series } from '../../api/types.ts';
import type { StackSeries } from '../../charts/model/stack.ts';
import type { ChartSeries, Tone } from '../../charts/model/types.ts';
import { chartSeries, judgedSeries, sideLabels } from './measure-view.ts';

/** The areas of a page: panels in the force's own order, the area they lie in, and everything for the table. */
export interface AreaPanels {
  children: ChartSeries[];
  /** The panels as the reply gives them, for their verdicts. */
  lines: KeyedSeries[];
  /** Drawn in every panel; null for a count, where the whole is the sum of its areas and dwarfs each. */
  whole: ChartSeries | null;
  table: ChartSeries[];
  /** Rows that could be placed in no area are in the table only. */
  unplaced: boolean;
}

const notAllocated = 'not-allocated';

/** Null where the area has no children, or the metric no figures of them. */
export function areaPanels({ panels, metric }: MeasurePage): AreaPanels | null {
  const { series, area } = panels.areas;
  const isWhole = ({ key }: KeyedSeries) => key.area === area;
  const isUnplaced = ({ key }: KeyedSeries) => key.area === notAllocated;
  const children = series.filter((one) => !isWhole(one) && !isUnplaced(one));
  const whole = series.find(isWhole);
  if (!whole || !children.some(({ points }) => points.some(({ value }) => value !== null))) return null;
  return {
    children: children.map((one) => judgedSeries(one, 'ink', metric)),
    lines: children,
    whole: panels.areas.unit === 'count' ? null : chartSeries(whole, 'grey'),
    table: series.map((one) => chartSeries(one, 'ink')),
    unplaced: series.some(isUnplaced),
  };
}

/** What was asked for beside what it is compared with, such as domestic abuse and other incidents: two lines. */
export function comparatorSeries({ panels, metric }: MeasurePage): ChartSeries[] | null {
  const asked = panels.main.series[0];
  const other = panels.comparator?.series[0];
  if (!asked || !other || !panels.comparator) return null;
  const label = differenceInWords(metric, panels.main, panels.comparator) || asked.label;
  return [
    { ...chartSeries(asked, 'blue'), id: 'asked', label },
    { ...chartSeries(other, 'teal'), id: 'other' },
  ];
}

/** The gap between what was asked for and its comparator, judged; null where the reply gives none. */
export function gapSeries(
  { panels, metric }: MeasurePage,
  sideLabels: readonly string[],
): ChartSeries | null {
  const gap = panels.gap?.series[0];
  // A gap is judged by the way the measure itself should go: a wait that is longer than the others' is worse.
  return gap ? { ...judgedSeries(gap, 'ink', metric), sideLabels } : null;
}

/** The two sides of a difference as lines, oldest first; null where the measure is none. */
export function sideSeries(page: MeasurePage): ChartSeries[] | null {
  const points = page.panels.main.series[0]?.points ?? [];
  if (page.metric.kind !== 'difference' || !points.some(({ sides }) => sides)) return null;
  return sideLabels(page).map((label, index) => ({
    id: label,
    label,
    tone: index === 0 ? 'blue' : 'teal',
    points: points.map(({ period, sides, status, provisional }) => {
      const side = sides?.[index];
      const value = side?.value ?? null;
      return {
        period,
        value,
        n: side?.n ?? 0,
        status,
        provisional,
        ...(value === null && { absent: 'no-cases' }),
      };
    }),
  }));
}

/** The members of `one` where its filters are not those of `other`. */
function differenceInWords({ dimensions }: MeasurePage['metric'], one: Series, other: Series): string {
  return dimensions
    .filter(({ id }) => one.filter[id] !== other.filter[id])
    .map(({ id, members }) => members.find(({ code }) => code === one.filter[id])?.label)
    .filter(Boolean)
    .join(', ');
}

const tones: Tone[] = ['blue', 'teal', 'mid', 'pink'];

/** Members of the leading choice, and what they are members of: `force`, `orderType`. */
export interface MemberPanel {
  dimension: string;
  series: ChartSeries[];
}

/**
 * Where the members are forces, the home force is drawn in colour over the others; of other members the first few that
 * ever rise above zero have a colour, in the order given.
 */
export function memberPanel(page: MeasurePage): MemberPanel | null {
  const first = page.panels.members?.series[0];
  const series = memberSeries(page);
  const dimension = Object.keys(first?.key ?? {}).at(-1);
  return dimension === undefined || series.length < 2 ? null : { dimension, series };
}

function memberSeries({ panels, release }: MeasurePage): ChartSeries[] {
  const series = (panels.members?.series ?? []).filter(({ points }) =>
    points.some(({ value }) => value !== null),
  );
  if (!series.some(({ key }) => key.force)) {
    const rising = series.filter(({ points }) => points.some(({ value }) => value));
    return series.map((one) => chartSeries(one, tones[rising.indexOf(one)] ?? 'grey'));
  }
  // The home force is a member twice over: under its own code, and as the choice "home".
  const isHome = ({ key }: KeyedSeries) => key.force === release.force.code;
  const others = series.filter((one) => !isHome(one) && one.key.force !== 'home');
  const home = series.find(isHome) ?? series.find(({ key }) => key.force === 'home');
  return [...(home ? [chartSeries(home, 'blue')] : []), ...others.map((one) => chartSeries(one, 'grey'))];
}

/** The parts of a whole time: `Domestic abuse, waiting for dispatch` is a part of the group before the comma. */
export function partSeries({ panels }: MeasurePage): StackSeries[] | null {
  const series = panels.decomposition?.series ?? [];
  if (series.length === 0) return null;
  return series.map((one) => {
    const words = one.label.split(', ');
    return {
      ...chartSeries(one, 'ink'),
      group: words.slice(0, -1).join(', '),
      part: words.at(-1) ?? one.label,
    };
  });
}
