import type { KeyedSeries, Spc } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';

type Segment = Spc['segments'][number];

/**
 * What the limits rest on: `Limits set on April 2021 to March 2023.`; for each stretch where there are several, and why
 * where there are none.
 */
export function limitWords({ spc, spcAbsent }: Pick<KeyedSeries, 'spc' | 'spcAbsent'>): string {
  if (spcAbsent) return `No limits are drawn. ${spcAbsent.text}`;
  const segments = spc?.segments ?? [];
  if (segments.length === 0) return '';
  return segments.map((segment) => segmentWords(segment, segments.length > 1)).join(' ');
}

function segmentWords({ from, start, baseline, absent, mean }: Segment, several: boolean): string {
  const since = several && start !== 'series' ? ` from ${formatPeriod(from)}` : '';
  if (absent === 'too-few' || mean === null || !baseline)
    return `No limits${since} yet: under 12 complete months.`;
  const span = `${formatPeriod(baseline.from)} to ${formatPeriod(baseline.to)}`;
  if (absent !== null) return `No limits${since}: ${unlimited[absent]} in ${span}.`;
  return since ? `Limits${since} set on ${span}.` : `Limits set on ${span}.`;
}

const unlimited: Record<Exclude<NonNullable<Segment['absent']>, 'too-few'>, string> = {
  'no-variation': 'every month is alike',
  'no-limits': 'nearly every month is alike',
  'too-sparse': 'under two cases a month on average, of a share on either side,',
};

/** The rules in use, what their marks mean, and settings that could not be applied. */
export function ruleNotes({ spc }: Pick<KeyedSeries, 'spc'>, tones: ReadonlySet<string>): string[] {
  if (!spc?.segments.some(({ upper }) => upper !== null)) return spc?.notices ?? [];
  const marks = Object.entries(shapes).filter(([tone]) => tones.has(tone));
  return [
    `Rules: ${spc.ruleSet.id}, version ${spc.ruleSet.version}.`,
    marks.length > 0
      ? `Points a rule marks as a real change: ${marks.map(([, words]) => words).join(', ')}.`
      : 'No rule marks a point.',
    ...spc.notices,
  ];
}

const shapes = {
  better: 'circle better',
  worse: 'diamond worse',
  shift: 'square shift, with no agreed direction',
};
