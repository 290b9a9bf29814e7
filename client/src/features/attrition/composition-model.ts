import type { Cohorts } from '../../api/types.ts';

export interface Column {
  period: string;
  crimes: number;
  /** Stacked from the bottom, in the order of the parts. */
  pieces: { part: string; from: number; to: number }[];
  young: boolean;
}

/** Columns of the composition, each piece from and to its value in the stack, with the highest stack. */
export function compositionColumns({ composition, months }: Cohorts): { columns: Column[]; highest: number } {
  const [first] = composition.series;
  const columns = (first?.points ?? []).map(({ period, n }, index): Column => {
    let top = 0;
    const pieces = composition.series.map(({ key, points }) => {
      const from = top;
      top += points[index]?.value ?? 0;
      return { part: key.part ?? '', from, to: top };
    });
    return { period, crimes: n, pieces, young: months.find(({ month }) => month === period)?.young ?? false };
  });
  const highest = Math.max(0, ...columns.map(({ pieces }) => pieces.at(-1)?.to ?? 0));
  return { columns, highest };
}
