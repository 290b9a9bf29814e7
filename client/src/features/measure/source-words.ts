import type { MeasurePage } from '../../api/types.ts';
import { letterMarks } from '../../charts/model/events.ts';
import { timeDomain } from '../../charts/model/timeline.ts';
import { formatDay } from '../../format/periods.ts';
import { provisionalWords } from '../../format/points.ts';

/** Where a figure's numbers come from: feed, release and how far it reaches. */
export const sourceWords = ({ metric, release }: MeasurePage): string =>
  `Source: ${metric.feed} feed, Release ${release.number}, data to ${formatDay(release.dataTo)}.`;

/** What the marks of the main chart mean. Beside events stands what they cannot show. */
export function noteWords(page: MeasurePage): string[] {
  const points = page.panels.main.series[0]?.points ?? [];
  const marks = letterMarks(page.annotations, timeDomain(points.map(({ period }) => period)));
  const lettersOf = (wanted: (mark: { kind: string; illustrative: boolean }) => boolean) =>
    marks
      .filter((mark) => wanted({ kind: mark.kind, illustrative: isIllustrative(page, mark.date, mark.text) }))
      .map(({ letter }) => letter);
  const breaks = lettersOf(({ kind }) => kind === 'break');
  const illustrative = lettersOf((mark) => mark.illustrative);
  const provisional = points.findLast(({ status }) => status.includes('provisional'))?.provisional;
  const young = points.some(({ status }) => status.includes('immature'));
  return [
    young ? 'Hollow points are too young to judge: outcomes are still to come.' : '',
    provisional && !young ? `The hatched stretch is provisional: ${provisionalWords(provisional)}.` : '',
    breaks.length > 0 ? `At ${listed(breaks)} the counting changed: nothing is compared across it.` : '',
    marks.length > 0 ? 'Events are shown for context: the data cannot say what caused the change.' : '',
    illustrative.length > 0
      ? `${illustrative.length === 1 ? 'The date' : 'Dates'} of ${listed(illustrative)} ${illustrative.length === 1 ? 'is' : 'are'} illustrative.`
      : '',
  ].filter(Boolean);
}

const isIllustrative = ({ annotations }: MeasurePage, date: string, text: string) =>
  annotations.some((one) => one.illustrative && one.date === date && one.text === text);

/** `A`, `A and B`, `A, B and C`. */
const listed = (words: readonly string[]) =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
