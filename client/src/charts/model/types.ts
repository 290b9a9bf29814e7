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

export interface ChartSeries {
  id: string;
  label: string;
  /** `lead` and `second` are drawn in ink and labelled; `context` is grey and named only when read. */
  role: 'lead' | 'second' | 'context';
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
