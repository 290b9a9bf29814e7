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
}

/** Colour of a line, by part played: grey lines are context, unlabelled, and named only when read. */
export type Tone = 'ink' | 'blue' | 'teal' | 'mid' | 'pink' | 'grey';

export interface ChartSeries {
  id: string;
  label: string;
  tone: Tone;
  points: readonly ChartPoint[];
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
