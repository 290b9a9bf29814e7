import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import type { ValueFormat } from '../format/values.ts';
import { announce } from '../ui/announce.tsx';
import { moveReading, type ReadingPlace } from './model/move-reading.ts';
import { readPoint } from './model/reading.ts';
import type { ChartSeries } from './model/types.ts';

interface ReadingInput {
  series: readonly ChartSeries[];
  format: ValueFormat;
  /** The point nearest to a place inside the drawing; null where none is near. */
  nearest: (x: number, y: number) => ReadingPlace | null;
}

/**
 * Reading a chart point by point: arrows, Home and End from the keyboard, hover and tap. Each move by key is
 * announced. Escape puts the tip away, from anywhere.
 */
export function useReading({ series, format, nearest }: ReadingInput) {
  const [place, setPlace] = useState<ReadingPlace | null>(null);
  const [open, setOpen] = useState(false);
  useEscape(open, () => setOpen(false));
  const at = place && series[place.series]?.points[place.point] ? place : null;

  function show(next: ReadingPlace, aloud: boolean) {
    setPlace(next);
    setOpen(true);
    const read = series[next.series];
    const point = read?.points[next.point];
    if (aloud && read && point)
      announce(readPoint(point, format, series.length > 1 ? read.label : undefined));
  }

  return {
    place: open ? at : null,
    handlers: {
      onFocus: () => show(at ?? moveReading(series, null, 'End'), true),
      onBlur: () => setOpen(false),
      onKeyDown: (event: KeyboardEvent) => {
        if (!isReadingKey(event.key)) return;
        event.preventDefault();
        show(moveReading(series, at, event.key), true);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if ((event.target as Element).closest('[data-tip]')) return;
        const box = event.currentTarget.getBoundingClientRect();
        const next = nearest(event.clientX - box.left, event.clientY - box.top);
        if (next) show(next, false);
      },
      onPointerLeave: () => setOpen(false),
    },
  };
}

const readingKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
type ReadingKey = (typeof readingKeys)[number];
const isReadingKey = (key: string): key is ReadingKey => (readingKeys as readonly string[]).includes(key);

function useEscape(open: boolean, close: () => void) {
  useEffect(() => {
    if (!open) return;
    const press = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && close();
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
