import type { StripCell, StripRow, Strips } from '../../contract/comparison.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { type BoardRowDefinition, boardGroups } from '../../metrics/board.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import type { PinnedAreaSet } from '../../metrics/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { describeCells, describeChance, describeStripCell } from '../findings/comparison.ts';
import { figuresOf, othersOf } from '../findings/format.ts';
import { Kept } from '../judge/kept.ts';
import { type LineUnit, lineUnit } from '../judge/line-unit.ts';
import { requireMetric } from '../resolve-query.ts';
import { positionOf, reachOf } from './position.ts';
import { askMeasure } from './question.ts';
import { type AreasReading, readAreas } from './read-areas.ts';
import { reasonOfFlag, reasonOfPoint, stated } from './stated-reason.ts';

interface Place {
  readonly areaSet: PinnedAreaSet;
  readonly area: string;
  readonly month: string;
}

const kept = new Kept<LoadedRelease, Strips>(60);

/** Every board measure over every area, twelve months to its latest: kept per release, set, area and month. */
export function stripsOf(release: LoadedRelease, place: Place): Strips {
  const question = [place.areaSet.id, place.area, place.month].join(' ');
  return kept.get(release, question, () => readStrips(release, place));
}

function readStrips(release: LoadedRelease, place: Place): Strips {
  const groups = boardGroups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => stripRow(release, place, row)),
  }));
  const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const compared = cells.filter(({ flag }) => flag.absent === null);
  const beyond = (level: number) => compared.filter((cell) => cell.beyond === level);
  const far = beyond(0.998);
  const areas = release.pinned.areaSets.find(({ id }) => id === place.areaSet.id)?.areas ?? [];
  const names = areas.filter(({ code }) => far.some((cell) => cell.area === code)).map(({ name }) => name);
  const expected95 = 0.05 * compared.length;
  return {
    finding: {
      statement: describeCells({
        comparisons: compared.length,
        beyond998: far.length,
        names,
        areas: countAreas(groups),
      }),
      evidence: describeChance(compared.length, expected95),
    },
    comparisons: compared.length,
    beyond998: far.length,
    beyond95: beyond(0.95).length,
    expected95,
    expected998: 0.002 * compared.length,
    groups,
  };
}

function stripRow(
  release: LoadedRelease,
  { areaSet, area, month }: Place,
  row: BoardRowDefinition,
): StripRow {
  const metric = requireMetric(row.metric);
  const query = { ...row.filter, grain: 'rolling-12', area, areaSet: areaSet.id };
  const asked = askMeasure(release, metric, query, month, row.lagMonths, 'any');
  const areas = readAreas(release, asked.resolved.reading, [asked.now]);
  const { statistic } = areas.reading;
  const unit = lineUnit(metric, statistic);
  const polarity = polarityOf(metric, asked.resolved.filter);
  const right = polarity === 'lower-is-better' ? 'lower' : 'higher';
  const cells = cellsOf(areas, right, unit);
  const values = [areas.whole[0], ...cells.map(({ point }) => point)];
  const hasValue = values.some(({ value }) => value !== null);
  return {
    id: row.id,
    label: row.label,
    detail: row.detail,
    metric: metric.id,
    parameters: { ...row.filter, grain: 'rolling-12', to: asked.now.name },
    unit: unit.unit,
    decimals: unit.decimals,
    polarity,
    lagMonths: row.lagMonths,
    period: asked.now.name,
    whole: areas.whole[0],
    per: areas.per,
    right,
    reach: reachOf(cells),
    cells,
    absent: hasValue ? null : stated(reasonOfPoint(cells[0]?.point.absent)),
  };
}

function cellsOf(areas: AreasReading, right: StripRow['right'], unit: LineUnit): StripCell[] {
  const comparands = areas.comparands(0);
  const flags = areas.flags(0);
  return areas.areas.map(({ code, points: [point] }, i): StripCell => {
    const position = positionOf(comparands, i);
    const isHigh = (position.position ?? 0) > (position.centre ?? 0);
    const side = position.beyond === null ? null : isHigh === (right === 'higher') ? 'right' : 'left';
    const cell = { area: code, point, flag: flags[i], ...position, side } as const;
    return { ...cell, text: textOf(cell, unit, areas.per) };
  });
}

function textOf(cell: Omit<StripCell, 'text'>, unit: LineUnit, per: string | null): string {
  const { point, flag, beyond, position, centre } = cell;
  if (point.value === null) return `No figure: ${asClause(stated(reasonOfPoint(point.absent)).text)}`;
  const figures = figuresOf(unit.unit, unit.decimals, [point.value]);
  const why = flag.absent === null ? null : asClause(whyOf(flag, flag.absent));
  return describeStripCell(figures, unit.words, {
    value: point.value,
    ratio: flag.comparison === 'ratio' ? flag.estimate : null,
    per,
    beyond,
    isHigh: (position ?? 0) > (centre ?? 0),
    why,
    others: othersOf(flag),
  });
}

/** A figure that is not compared at all says so itself. */
function whyOf({ sentence }: AreaFlag, absent: NonNullable<AreaFlag['absent']>): string {
  return absent === 'not-applicable' ? sentence : stated(reasonOfFlag(absent)).text;
}

/** Areas in a row; every row holds the same. */
const countAreas = ([group]: Strips['groups']) => group?.rows[0]?.cells.length ?? 0;

/** A sentence as a clause after a colon. */
function asClause(text: string): string {
  return (text[0].toLowerCase() + text.slice(1)).replace(/\.$/, '');
}
