import type { Reading } from '../../cells/query/reading.ts';

const noMean =
  'Areas are not compared by a mean: a few very long waits move it, and no interval for it holds whatever their shape. Choose the median or the 90th percentile to compare them.';
const noGap =
  'Areas are not compared by a gap between two medians: it is a difference already, and how far two of them could lie apart by chance is not worked out. Compare the waits of either side.';
const noLevel =
  'Areas are not compared by what is open on one day: it has no agreed base, such as crimes recorded, and the same cases are counted month after month.';
const noCurve =
  'Areas are not compared by this estimate, in which some crimes are not followed long enough. Compare them by the outcome at a fixed age, where every crime is.';
const noNumber = 'Areas of unlike size are not compared by a number. Choose the share to compare them.';
const noReturn =
  'Areas are not compared by published returns: each is shown as published, and nothing is added over areas.';

/** Why areas are not compared by a figure whose kind rules it out, and what to compare them by instead. */
export function whyNotCompared({ metric, statistic }: Pick<Reading, 'metric' | 'statistic'>): string {
  if (metric.noRowsMeansAbsent) return noReturn;
  switch (metric.kind) {
    case 'duration':
      return statistic === 'mean' ? noMean : 'Areas are not compared by this figure.';
    case 'difference':
      return noGap;
    case 'snapshot':
      return noLevel;
    case 'cohort':
      return noCurve;
    case 'composition':
      return noNumber;
    default:
      return 'Areas are not compared by this figure.';
  }
}
