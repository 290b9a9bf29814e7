import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
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
 * Reading a chart point by point: arrows, Home and End from the keyboard, hover, click and tap. Each move by key is
 * announced. A click holds the tip, so that it can be reached; Escape puts it away, from anywhere.
 */
export function useReading({ series, format, nearest }: ReadingInput) {
  const [place, setPlace] = useState<ReadingPlace | null>(null);
  const [shown, setShown] = useState<'no' | 'while-over' | 'held'>('no');
  useEscape(shown !== 'no', () => setShown('no'));
  const at = place && series[place.series]?.points[place.point] ? place : null;

  function read(next: ReadingPlace) {
    setPlace(next);
    setShown('held');
    const line = series[next.series];
    const point = line?.points[next.point];
    if (line && point) announce(readPoint(point, format, series.length > 1 ? line.label : undefined));
  }

  function point(event: PointerEvent<HTMLElement>, hold: boolean) {
    if ((event.target as Element).closest('[data-tip]')) return;
    const box = event.currentTarget.getBoundingClientRect();
    const next = nearest(event.clientX - box.left, event.clientY - box.top);
    if (!next) return;
    setPlace(next);
    setShown(hold ? 'held' : 'while-over');
  }

  return {
    place: shown === 'no' ? null : at,
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        // A click brings the focus too, after it has chosen its own point.
        if (event.currentTarget.matches(':focus-visible')) read(at ?? moveReading(series, null, 'End'));
      },
      onBlur: () => setShown('no'),
      onKeyDown: (event: KeyboardEvent) => {
        if (!isReadingKey(event.key)) return;
        event.preventDefault();
        read(moveReading(series, at, event.key));
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => point(event, true),
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (shown !== 'held') point(event, false);
      },
      onPointerLeave: () => {
        if (shown === 'while-over') setShown('no');
      },
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
