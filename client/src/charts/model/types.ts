import type { Spc } from '../../api/types.ts';
import type { Tone as SignalTone } from '../signal-tone.ts';

/** A stretch of months with one mean and one pair of limits, as the reply gives it. */
export type UsualRange = Spc['segments'][number];

/** What the rules say of a point. */
export interface PointRule {
  /** Of a point that a rule marks; null for any other. */
  tone: SignalTone | null;
  /** `in a run of nine months below the mean`, or why it was not judged; empty where there is nothing to say. */
  words: string;
  judged: boolean;
  range: UsualRange | null;
}

/** Values that the cases seen leave open, in the unit of the series; null where a side has no limit. */
export interface PointInterval {
  lower: number | null;
  upper: number | null;
  /** 0.95 */
  confidence: number;
}

/** What charts draw. Shapes follow the series reply of the API, so that its points pass straight through. */
export interface ChartPoint {
  /** Wire name: `2023-11`, `2023/24-Q3`, `P12M/2023-11` … */
  period: string;
  /** In the unit of the series, unrounded; null where absent. */
  value: number | null;
  n: number;
  numerator?: number | undefined;
  denominator?: number | undefined;
  status: readonly string[];
  provisional?: string | undefined;
  absent?: string | undefined;
  /** What the release before gave, where that differs and was settled. */
  revised?: { release: number; value: number } | undefined;
  interval?: PointInterval | undefined;
  /** What a difference is taken between: the first less the second. */
  sides?: readonly { value: number | null; n: number }[] | undefined;
  rule?: PointRule | undefined;
}

/** Colour of a line, by part played: grey lines are context, unlabelled, and named only when read. */
export type Tone = 'ink' | 'blue' | 'teal' | 'mid' | 'pink' | 'grey';

export interface ChartSeries {
  id: string;
  label: string;
  tone: Tone;
  points: readonly ChartPoint[];
  /** Its usual ranges in time order; none where it has no limits, or they are not to be drawn. */
  ranges?: readonly UsualRange[] | undefined;
  /** Draws the interval of each point as an upright line through it; else intervals are a band, where no limits are. */
  intervalMarks?: boolean | undefined;
  /** Names of the two sides of its points, where they are differences. */
  sideLabels?: readonly string[] | undefined;
}

/** A dated event or break, at the start of its month. */
export interface ChartMark {
  kind: 'event' | 'rebase' | 'break';
  /** `YYYY-MM-DD`. */
  date: string;
  text: string;
}

export interface ChartTarget {
  /** In the unit of the series. */
  value: number;
  /** `Target 80%`. */
  label: string;
  /** Days it holds from and to, `YYYY-MM-DD`; null while open. */
  from: string;
  to: string | null;
}

/** Pixels inside the drawing. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
