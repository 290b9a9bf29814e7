import { financialYear, monthName } from '../../../server/src/stats/time/calendar.ts';
import { monthOfDay } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { forceCode } from '../places.ts';
import { releaseOf } from '../plan.ts';
import type { CrimeKind } from './crime-kind.ts';
import type { Investigation } from './crime-outcome.ts';

export const returnColumns = [
  'measure',
  'force_code',
  'area_code',
  'period',
  'dim_offence_group',
  'dim_outcome',
  'dim_basis',
  'numerator',
  'denominator',
  'source',
  'published_on',
  'note',
] as const;

const published = ['1', '15', '16'] as const;
const march = 2;
const monthsToPublish = 4;

/** Counts stalking investigations closed in each financial year, as the force's own return would. */
export class StalkingTally {
  private readonly closed = new Map<string, number>();

  add(kind: CrimeKind, investigation: Investigation): void {
    if (kind.group !== 'stalking' || investigation.outcome === '') return;
    const year = financialYear(monthName(monthOfDay(investigation.outcomeOn)));
    const outcome = investigation.outcome.replace(/[A-D]$/, '');
    this.closed.set(`${year} ${outcome}`, this.count(year, outcome) + 1);
    this.closed.set(`${year} all`, this.count(year, 'all') + 1);
  }

  /** Investigations closed in a year with an outcome (`all`: any). */
  count(year: string, outcome: string): number {
    return this.closed.get(`${year} ${outcome}`) ?? 0;
  }
}

/** The yearly return on stalking: a year is published in the July after it, and only when wholly in the span. */
export function createReturns(context: MakeContext, tally: StalkingTally): FeedMaker {
  const { plan } = context;
  const files = context.open('returns', returnColumns);
  const covers = new Map<number, string>();
  return {
    makeMonth(month) {
      const april = month - 11;
      const publishedIn = month + monthsToPublish;
      const release = releaseOf(plan, publishedIn);
      if (month % 12 !== march || april < plan.from || release < 0) return;
      const year = financialYear(monthName(month));
      for (const outcome of published) {
        const counts = `${tally.count(year, outcome)},${tally.count(year, 'all')}`;
        const key = `published.outcome-share,${forceCode},${forceCode},${year},stalking,${outcome},closed`;
        const source = `Synthetic demonstration return,${monthName(publishedIn)}-20,Synthetic`;
        files.add(`${key},${counts},${source}`, april, publishedIn);
      }
      covers.set(release, `${covers.get(release)?.slice(0, 7) ?? monthName(april)}..${monthName(month)}`);
    },
    close: () =>
      files
        .close()
        .map((file, release) => ({ ...file, covers: covers.get(release) ?? '' }))
        .filter((file) => file.rows > 0),
  };
}
