import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { monthName } from '../../server/src/stats/time/calendar.ts';
import type { FeedMaker, MakeContext } from './context.ts';
import { createCrimes } from './feeds/crimes.ts';
import { createIncidents } from './feeds/incidents.ts';
import { createOrders } from './feeds/orders.ts';
import { createReferrals } from './feeds/referrals.ts';
import { createReturns, StalkingTally } from './feeds/returns.ts';
import { createSurveys } from './feeds/surveys.ts';
import type { Manifest } from './manifest.ts';
import { forceCode } from './places.ts';
import { planReleases, releaseDates } from './plan.ts';
import { ReleaseFiles } from './release-files.ts';

export type { Manifest } from './manifest.ts';

export interface DemoProgress {
  /** The month just written, `2023-11`. */
  month: string;
  done: number;
  total: number;
}

export interface DemoOptions {
  /** First month, `2019-04`. */
  from: string;
  /** Last month, included, `2023-11`. */
  to: string;
  /** Multiplier of all volumes; 1 is a force the size of West Mercia. */
  scale: number;
  seed: number;
  /** Folder to write to; made when it is missing. */
  out: string;
  notify?: (progress: DemoProgress) => void;
}

/** The seed used unless another is asked for: the demonstration as shown in the documentation. */
export const usualSeed = 20231219;

const referenceFolder = new URL('../reference/', import.meta.url);
const referenceFeeds = ['areas', 'outcome-types', 'grades', 'targets', 'annotations'] as const;

/**
 * Writes the demonstration: reference files, one folder of feed files per release, and last of all
 * `manifest.json`, so that a folder with a manifest is complete. The same options give the same bytes.
 * @throws RangeError or CalendarError when the span or the scale makes no sense
 */
export async function generateDemo(options: DemoOptions): Promise<Manifest> {
  const { seed, scale, out } = options;
  if (!(scale > 0)) throw new RangeError(`--scale ${scale} must be above 0.`);
  const plan = planReleases(options.from, options.to);
  const context: MakeContext = {
    plan,
    seed,
    scale,
    open: (feed, columns) => new ReleaseFiles(plan, out, feed, columns),
  };
  const makers = createMakers(context);
  const total = plan.to - plan.from + 1;
  for (let month = plan.from; month <= plan.to; month++) {
    for (const maker of makers) maker.makeMonth(month);
    options.notify?.({ month: monthName(month), done: month - plan.from + 1, total });
    // Writing is synchronous: a turn of the event loop lets signals and servers be heard.
    await nextTurn();
  }
  const files = makers.flatMap((maker) => maker.close());
  const manifest: Manifest = {
    synthetic: true,
    force: forceCode,
    from: options.from,
    to: options.to,
    seed,
    scale,
    reference: await copyReference(out),
    releases: plan.releaseMonths.map((month, index) => {
      const folder = `release-${String(index + 1).padStart(2, '0')}/`;
      const own = files.filter((file) => file.path.startsWith(folder));
      return { number: index + 1, ...releaseDates(month), files: own };
    }),
  };
  await writeFile(join(out, 'manifest.json.part'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(out, 'manifest.json.part'), join(out, 'manifest.json'));
  return manifest;
}

/** Crimes come before the returns that count them. */
function createMakers(context: MakeContext): FeedMaker[] {
  const tally = new StalkingTally();
  return [
    createIncidents(context),
    createCrimes(context, tally),
    createSurveys(context),
    createOrders(context),
    createReferrals(context),
    createReturns(context, tally),
  ];
}

async function copyReference(out: string): Promise<Manifest['reference']> {
  await mkdir(join(out, 'reference'), { recursive: true });
  const copied = referenceFeeds.map(async (feed) => {
    const path = `reference/${feed}.csv`;
    await copyFile(new URL(`${feed}.csv`, referenceFolder), join(out, path));
    return { feed, path };
  });
  return Promise.all(copied);
}
