import { formatMonth, monthNumber } from '../../format/periods.ts';
import { monthStartX } from './timeline.ts';
import type { ChartMark } from './types.ts';

export interface LetteredMark extends ChartMark {
  letter: string;
  /** `Grading review, Apr 2023`: the text to its first colon or bracket. */
  label: string;
  /** The whole text with its month. */
  full: string;
  x: number;
}

/** Letters the events and breaks that fall inside the axis, in time order: A, B, C … */
export function letterMarks(marks: readonly ChartMark[], domain: readonly [number, number]): LetteredMark[] {
  return marks
    .map((mark) => ({ ...mark, x: monthStartX(mark.date) }))
    .filter(({ x }) => x >= domain[0] && x <= domain[1])
    .sort((a, b) => a.date.localeCompare(b.date))
    .map((mark, index) => {
      const month = formatMonth(monthNumber(mark.date.slice(0, 7)), 'short');
      const short = mark.text.replace(/(:| \([^)]*\)$).*/, '');
      return {
        ...mark,
        letter: letterOf(index),
        label: `${short}, ${month}`,
        full: `${mark.text}, ${month}`,
      };
    });
}

/** A … Z, then AA, AB … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

export interface PlacedMark extends LetteredMark {
  /** Pixels from the left of the drawing. */
  px: number;
  /** 0 is the highest line above the plot. */
  row: number;
  /** Side of the letter the words stand on; none where only the letter fits. */
  side: 'left' | 'right' | 'none';
}

const letterPixels = 24;
const characterPixels = 6.7;

/**
 * Places lettered marks in as few lines as keep them from touching. Where words do not fit in three lines, letters
 * stand alone and the words go beneath the chart.
 */
export function placeMarks(
  marks: readonly LetteredMark[],
  toPixels: (x: number) => number,
  edges: { left: number; right: number },
): PlacedMark[] {
  const placed = place(marks, toPixels, edges, true);
  return placed ?? place(marks, toPixels, edges, false) ?? [];
}

function place(
  marks: readonly LetteredMark[],
  toPixels: (x: number) => number,
  edges: { left: number; right: number },
  withWords: boolean,
): PlacedMark[] | null {
  const taken: [number, number][][] = [];
  const result: PlacedMark[] = [];
  for (const mark of marks) {
    const px = toPixels(mark.x);
    const words = withWords ? mark.label.length * characterPixels + 8 : 0;
    const spans: { side: PlacedMark['side']; span: [number, number] }[] = withWords
      ? [
          { side: 'left', span: [px - letterPixels / 2 - words, px + letterPixels / 2] },
          { side: 'right', span: [px - letterPixels / 2, px + letterPixels / 2 + words] },
        ]
      : [{ side: 'none', span: [px - letterPixels / 2, px + letterPixels / 2] }];
    const fit = findPlace(spans, taken, edges, withWords ? 3 : 9);
    if (!fit) return null;
    const line = taken[fit.row] ?? [];
    taken[fit.row] = line;
    line.push(fit.span);
    result.push({ ...mark, px, row: fit.row, side: fit.side });
  }
  return result;
}

function findPlace(
  spans: readonly { side: PlacedMark['side']; span: [number, number] }[],
  taken: readonly [number, number][][],
  edges: { left: number; right: number },
  rows: number,
) {
  for (let row = 0; row < rows; row++) {
    const free = spans.find(
      ({ side, span }) =>
        (side === 'none' || (span[0] >= edges.left && span[1] <= edges.right)) &&
        (taken[row] ?? []).every(([from, to]) => span[1] <= from || span[0] >= to),
    );
    if (free) return { ...free, row };
  }
  return null;
}
