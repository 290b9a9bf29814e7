import type { RuleSetReading } from '../../api/types.ts';
import type { SparkLimits } from '../../charts/sparkline-model.ts';

/** Limits given month by month → stretches of neighbouring months that share them; months without limits are left out. */
export function limitStretches(points: RuleSetReading['points']): SparkLimits[] {
  const stretches: SparkLimits[] = [];
  for (const { period, mean, lower, upper } of points) {
    const open = stretches.at(-1);
    if (open && open.mean === mean && open.lower === lower && open.upper === upper) open.to = period;
    else stretches.push({ from: period, to: period, mean, lower, upper });
  }
  return stretches.filter(({ mean }) => mean !== null);
}
