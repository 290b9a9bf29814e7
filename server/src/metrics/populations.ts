import type { Filters } from './definition.ts';

/** Crimes that a count of something else is about, so that areas of unlike size can be compared. */
export interface Population {
  /** Filter of `outcomes.volume`. */
  readonly filters: Filters;
  /** What one of them is, in words. */
  readonly label: string;
}

const domesticAbuse: Population = {
  filters: { domesticAbuse: ['true'] },
  label: 'domestic abuse crime recorded',
};
const stalking: Population = { filters: { offenceGroup: ['stalking'] }, label: 'stalking crime recorded' };
const rape: Population = { filters: { offenceGroup: ['rape'] }, label: 'rape recorded' };

/** Member of the naming dimension → population, by count (decision 36). */
const populations: Readonly<Record<string, { by: string; of: Readonly<Record<string, Population>> }>> = {
  'orders.issued': { by: 'orderType', of: { DVPN: domesticAbuse, DVPO: domesticAbuse, SPO: stalking } },
  'cps.referrals': { by: 'flag', of: { domestic_abuse: domesticAbuse, rape } },
};

/** The population of a count with these members picked; null where none is agreed. */
export function populationOf(metric: string, filters: Filters): Population | null {
  const known = populations[metric];
  const members = known && filters[known.by];
  return members?.length === 1 ? (known.of[members[0]] ?? null) : null;
}
