import type { StripCell, StripRow } from '../../api/types.ts';
import type { Tone } from '../../charts/signal-tone.ts';

const half = 39;
const middle = 43;

/** Pixels of a strip 86 wide; null where the area cannot be placed. `shape` is that of a mark beyond 95%. */
export function shapeStrip({ right, reach, polarity }: StripRow, cell: StripCell) {
  const { position, centre, expected998 } = cell;
  if (position === null || centre === null || !reach) return null;
  const sign = right === 'higher' ? 1 : -1;
  const xOf = (value: number) => Math.round((middle + (sign * (value - centre) * half) / reach) * 10) / 10;
  const ends = [
    expected998?.lower == null ? middle - sign * half : xOf(expected998.lower),
    expected998?.upper == null ? middle + sign * half : xOf(expected998.upper),
  ];
  const side: Tone = cell.side === 'left' ? 'worse' : 'better';
  return {
    from: Math.min(...ends),
    to: Math.max(...ends),
    mark: xOf(position),
    shape: polarity === 'neutral' ? ('shift' as const) : side,
  };
}
