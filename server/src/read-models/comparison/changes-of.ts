import type { PeriodDifference, StatedReason } from '../../contract/comparison.ts';
import type { Finding } from '../../contract/verdict.ts';
import { notesFor } from '../../metrics/annotations.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { flagConfidence } from '../../stats/areas/area-flags.ts';
import { differenceFigures } from '../findings/area-flag.ts';
import { describeChanges, describeMove } from '../findings/comparison.ts';
import { monthText } from '../findings/format.ts';
import { breakName } from '../findings/variation.ts';
import { wordOf } from '../judge/describe-flags.ts';
import type { LineUnit } from '../judge/line-unit.ts';
import { differenceOf, type Moved } from './difference-of.ts';
import type { AreasReading } from './read-areas.ts';
import { reasonOfPoint, stated } from './stated-reason.ts';

const [BEFORE, NOW] = [0, 1];

const nothingSet = 'Both periods are shown; no difference between them is worked out.';
const noneMoved = 'No area’s 99.8% interval for its difference from a year earlier leaves out no difference.';

/** How each area moved since the equal period a year before, at 99.8%, and what that comes to. */
export function changesOf(
  release: LoadedRelease,
  areas: AreasReading,
  unit: LineUnit,
): { differences: PeriodDifference[]; finding: Finding } {
  const cut = breakOf(release, areas);
  const [before, now] = [areas.comparands(BEFORE), areas.comparands(NOW)];
  const differences = areas.areas.map((area, i) => {
    const move = cut ? null : differenceOf(now, before, i, flagConfidence);
    return move ? describe(areas, unit, i, move) : noMove(area, cut ?? whyNone(area, now.kind));
  });
  const moves = differences.flatMap(({ absent, side }, i) =>
    absent ? [] : [{ name: areas.areas[i].name, side }],
  );
  const statement = cut?.text ?? describeChanges(unit.words, moves);
  const told = differences.filter(({ side }) => side !== null).map(({ sentence }) => sentence);
  const none = moves.length > 0 ? noneMoved : (differences[0]?.absent?.text ?? '');
  const evidence = cut ? nothingSet : told.length > 0 ? told.join(' ') : none;
  return { differences, finding: { statement: statement.replace(/\.$/, ''), evidence } };
}

function describe(areas: AreasReading, unit: LineUnit, i: number, move: Moved): PeriodDifference {
  const { metric, choices } = areas.reading;
  const { name, points } = areas.areas[i];
  const [value, before] = [points[NOW].value, points[BEFORE].value];
  const figures = differenceFigures(unit, move, value, before);
  const facts = { ...move, name, value, before, per: areas.per, confidence: flagConfidence };
  return {
    against: points[BEFORE].period,
    ...move,
    confidence: flagConfidence,
    word: move.side && wordOf(move.side, polarityOf(metric, choices)),
    absent: null,
    sentence: describeMove(figures, unit.words, facts),
  };
}

type Area = AreasReading['areas'][number];

function noMove({ name, points }: Area, absent: StatedReason): PeriodDifference {
  return {
    against: points[BEFORE].period,
    comparison: 'difference',
    estimate: null,
    lower: null,
    upper: null,
    confidence: flagConfidence,
    side: null,
    word: null,
    absent,
    sentence: `${name}: not set against a year earlier. ${absent.text}`,
  };
}

function whyNone({ points }: Area, kind: string): StatedReason {
  const missing = [points[NOW], points[BEFORE]].find(({ value }) => value === null);
  if (missing) return stated(reasonOfPoint(missing.absent));
  return kind === 'none'
    ? stated('not-by-area', 'Periods of this measure are not compared.')
    : stated('no-cases');
}

/** The break after the earlier period began, up to the end of the later; null without one. */
function breakOf(release: LoadedRelease, { reading }: AreasReading): StatedReason | null {
  const { metric, area, filters, choices, periods } = reading;
  const [first, last] = [periods[BEFORE].months[0], periods[NOW].months.at(-1) ?? ''];
  const members = Object.entries(filters).map(([id, codes]) => [id, codes.join(',')]);
  const notes = notesFor(release.pinned, metric.id, area, { ...choices, ...Object.fromEntries(members) });
  const cut = notes.find(({ kind, date }) => {
    const month = date.slice(0, 7);
    return kind === 'break' && month > first && month <= last;
  });
  if (!cut) return null;
  const what = `${monthText(cut.date.slice(0, 7))} ${breakName(cut.text)}`;
  return stated('not-comparable', `Not comparable with a year earlier across the ${what}.`);
}
