import { findMetric } from '../../../metrics/registry.ts';
import { thresholdDimensions } from '../../../metrics/targets.ts';
import { statisticNames, takesTarget, takesThreshold, unitsOf } from '../../../metrics/what-files-name.ts';
import { metricsOf, refuseStrangers } from '../../columns/metrics.ts';
import type { Context, FinishRow, SlotOf } from '../../definition.ts';
import { addDays } from '../../period.ts';
import { quoted } from '../../row.ts';

/** The shares within a threshold: they take it, and targets of what has none are on them. */
const withThreshold = metricsOf('*')
  .filter(takesThreshold)
  .map(({ id }) => id);

/** A target of something that is not measured would silently apply to nothing. */
export function refuseUnmeasured(slotOf: SlotOf, context: Context): FinishRow {
  const slots = ['metric', 'role', 'statistic', 'filter', 'unit'].map(slotOf);
  return (row) => {
    const [id, role, statistic, filter, unit] = slots.map((slot) => row.values[slot]);
    const of = findMetric(id ?? '');
    if (!of || role === null) return;
    const isThreshold = role === 'threshold';
    if (!(isThreshold ? takesThreshold(of) : takesTarget(of))) {
      const why = isThreshold ? '' : ': a median is not held against a standard for each call';
      const message = `${id} takes no ${role}${why}. Use ${withThreshold.join(', ')}.`;
      row.refuse('metric', 'no-target', message);
      return;
    }
    const statistics = statisticNames(of);
    if (statistic && !statistics.includes(statistic)) {
      const message = `${id} has no statistic ${quoted(statistic)}. It has ${statistics.join(', ')}.`;
      row.refuse('statistic', 'unknown-statistic', message);
    }
    const units = unitsOf(of, statistic ?? '', role);
    if (unit !== null && !units.includes(unit)) {
      const message = `A ${role} of ${id} cannot be in ${quoted(unit)}. Use ${units.join(', ')}.`;
      row.refuse('unit', 'unknown-unit', message);
    }
    if (filter) refuseStrangers(row, 'filter', [of], filter, context);
  };
}

/**
 * Cells are monthly, so a threshold that changed within a month could not be applied to it; and a threshold that names
 * a member it is never looked up by would silently apply to nothing.
 */
export function refuseIdle(slotOf: SlotOf): FinishRow {
  const [role, from, to, filter] = [
    slotOf('role'),
    slotOf('valid_from'),
    slotOf('valid_to'),
    slotOf('filter'),
  ];
  return (row) => {
    if (row.values[role] !== 'threshold') return;
    const [first, last] = [row.values[from], row.values[to]];
    if (first !== null && !first.endsWith('-01')) {
      const message = `A threshold must begin on the first of a month, not on ${first}: figures are kept by month.`;
      row.refuse('valid_from', 'threshold-mid-month', message);
    }
    if (last !== null && !addDays(last, 1).endsWith('-01')) {
      const message = `A threshold must end on the last day of a month, not on ${last}: figures are kept by month.`;
      row.refuse('valid_to', 'threshold-mid-month', message);
    }
    const named = [...new URLSearchParams(row.values[filter] ?? '').keys()];
    const stranger = named.find((dimension) => !thresholdDimensions.includes(dimension));
    if (stranger !== undefined) {
      const message = `A threshold cannot name a member of ${stranger}: it is looked up by ${thresholdDimensions.join(' and ')} (and by area, in area_code), so it would never apply.`;
      row.refuse('filter', 'threshold-filter', message);
    }
  };
}
