import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { moveReading, type ReadingPlace, type ReadingRow, readingWords } from './model/move-reading.ts';

/** The mark nearest to a place inside a drawing; null where none is near. */
export type Nearest = (x: number, y: number) => ReadingPlace | null;

/** What a drawing needs to take part in the reading of its chart. */
export interface ChartReading {
  rows: readonly ReadingRow[];
  /** The mark being read; null while nothing is. */
  place: ReadingPlace | null;
  /** Reads the mark under a pointer; a held one stays until Escape. */
  point: (place: ReadingPlace, hold: boolean) => void;
  leave: () => void;
}

/**
 * Reading a chart mark by mark: arrows, Home and End from the keyboard, hover, click and tap. Each move by key is
 * announced. A click holds the tip, so that it can be reached; Escape puts it away, from anywhere.
 */
export function useReading(rows: readonly ReadingRow[]) {
  const [place, setPlace] = useState<ReadingPlace | null>(null);
  const [shown, setShown] = useState<'no' | 'while-over' | 'held'>('no');
  useEscape(shown !== 'no', () => setShown('no'));
  const at = place && rows[place.row]?.readings[place.mark] ? place : null;

  function read(next: ReadingPlace, from: ReadingPlace | null) {
    setPlace(next);
    setShown('held');
    announce(readingWords(rows, next, from));
  }

  const reading: ChartReading = {
    rows,
    place: shown === 'no' ? null : at,
    point: (next, hold) => {
      if (!hold && shown === 'held') return;
      setPlace(next);
      setShown(hold ? 'held' : 'while-over');
    },
    leave: () => {
      if (shown === 'while-over') setShown('no');
    },
  };
  return {
    reading,
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        // A click brings the focus too, after it has chosen its own mark.
        if (event.currentTarget.matches(':focus-visible')) read(at ?? moveReading(rows, null, 'End'), null);
      },
      onBlur: () => setShown('no'),
      onKeyDown: (event: KeyboardEvent) => {
        if (!isReadingKey(event.key)) return;
        event.preventDefault();
        read(moveReading(rows, at, event.key), at);
      },
    },
  };
}

/** Handlers for a drawing of the given size in its own units, whatever size it has on the page. */
export function pointerHandlers(reading: ChartReading, nearest: Nearest, width: number, height: number) {
  function point(event: PointerEvent<HTMLElement>, hold: boolean) {
    if ((event.target as Element).closest('[data-tip]')) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) * width) / box.width;
    const y = ((event.clientY - box.top) * height) / box.height;
    const next = nearest(x, y);
    if (next) reading.point(next, hold);
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => point(event, true),
    onPointerMove: (event: PointerEvent<HTMLElement>) => point(event, false),
    onPointerLeave: reading.leave,
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
