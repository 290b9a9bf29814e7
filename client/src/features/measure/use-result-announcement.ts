import { useEffect, useRef } from 'react';
import type { MeasurePage } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { formatPoint } from '../../format/points.ts';
import { announce } from '../../ui/announce.tsx';
import { measureView } from './measure-view.ts';

const settleMs = 500;

/** Says politely what a new filter gave, once the reader has stopped choosing. The first page is not announced. */
export function useResultAnnouncement(page: MeasurePage | undefined) {
  const shown = useRef<MeasurePage>(undefined);
  useEffect(() => {
    if (!page || page === shown.current) return;
    const first = shown.current === undefined;
    shown.current = page;
    if (first) return;
    const timer = setTimeout(() => announce(resultWords(page)), settleMs);
    return () => clearTimeout(timer);
  }, [page]);
}

/** `Response time, grade 2: 56 periods, latest 61.4 minutes in November 2023`. */
export function resultWords(page: MeasurePage): string {
  const count = page.panels.main.series[0]?.points.length ?? 0;
  const latest = `${formatPoint(page.latest, measureView(page).format)} in ${formatPeriod(page.latest.period)}`;
  return `${page.title}: ${count === 1 ? '1 period' : `${count} periods`}, latest ${latest}`;
}
