import type { BoardRow, GlanceCell, Steady } from '../../contract/board.ts';
import { outlookKinds, variationKinds } from '../../contract/verdict.ts';
import { steadySentence } from '../findings/board.ts';

/** Every verdict by every outlook, with the rows that show both, in board order. */
export function glanceOf(rows: readonly BoardRow[]): GlanceCell[] {
  return variationKinds.flatMap((variation) =>
    outlookKinds.map((outlook) => ({
      variation,
      outlook,
      rows: rows
        .filter((row) => row.variation.kind === variation && row.outlook.kind === outlook)
        .map(({ id }) => id),
    })),
  );
}

/** Rows that moved only as usual. */
export function steadyOf(rows: readonly BoardRow[]): Steady {
  const count = rows.filter(({ variation }) => variation.kind === 'common-cause').length;
  return { count, sentence: steadySentence(count) };
}
