import { findMetric, metricIds } from '../../../metrics/registry.ts';
import { thresholdDimensions } from '../../../metrics/targets.ts';
import { statisticNames, takesTarget, takesThreshold, unitsOf } from '../../../metrics/what-files-name.ts';
import { areaOrForce, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { members } from '../../columns/members.ts';
import { metric, refuseStrangers } from '../../columns/metrics.ts';
import { decimal } from '../../columns/numbers.ts';
import { text } from '../../columns/text.ts';
import type { Context, Feed, FinishRow, SlotOf } from '../../definition.ts';
import { addDays } from '../../period.ts';
import { quoted } from '../../row.ts';
import { refuseReversedDates } from '../reference.ts';
import { refuseTies } from './refuse-ties.ts';

export const targets: Feed = {
  name: 'targets',
  words: 'Targets of published values, and thresholds that are parameters of a measure.',
  table: 'target',
  cube: null,
  key: ['metric', 'statistic', 'filter', 'area_code', 'role', 'valid_from'],
  anchor: null,
  columns: [
    {
      name: 'metric',
      type: metric('a metric of the catalogue, such as satisfaction.overall'),
      required: true,
      note: 'What it applies to.',
    },
    { name: 'statistic', type: text(40), required: false, blank: '', note: 'Blank is the headline.' },
    {
      name: 'filter',
      type: members(),
      required: false,
      blank: '',
      note: 'Members it holds for; blank is every member. Of a threshold, members of grade and priorityArea alone.',
    },
    { name: 'area_code', type: areaOrForce(), required: false, blank: '', note: 'Blank is every area.' },
    {
      name: 'role',
      type: code('threshold', 'target'),
      required: true,
      note: 'A threshold is a parameter of the measure, such as minutes by grade.',
    },
    { name: 'comparison', type: code('>=', '<='), required: true, note: 'How a value meets it.' },
    { name: 'value', type: decimal(), required: true, note: 'In the unit beside it.' },
    {
      name: 'unit',
      type: text(20),
      required: true,
      note: 'Of a share fraction or percent, of a time seconds, minutes or hours; else count, per-100 or per-1000.',
    },
    {
      name: 'valid_from',
      type: date(),
      required: true,
      note: 'First day; of a threshold, the first of a month.',
    },
    {
      name: 'valid_to',
      type: date(),
      required: false,
      note: 'Last day; blank is open; of a threshold, the last of a month.',
    },
    {
      name: 'provenance',
      type: code('own', 'comparator'),
      required: true,
      note: "The force's own, or another's.",
    },
    { name: 'source', type: text(300), required: true, note: 'Where it is written.' },
  ],
  derived: [],
  finish,
  checkMerged: refuseTies,
};

function finish(slotOf: SlotOf, context: Context): FinishRow {
  const checks = [refuseReversedDates(slotOf), refuseUnmeasured(slotOf, context), refuseIdle(slotOf)];
  return (row) => {
    for (const check of checks) check(row);
  };
}

/** A target of something that is not measured would silently apply to nothing. */
function refuseUnmeasured(slotOf: SlotOf, context: Context): FinishRow {
  const slots = ['metric', 'role', 'statistic', 'filter', 'unit'].map(slotOf);
  return (row) => {
    const [id, role, statistic, filter, unit] = slots.map((slot) => row.values[slot]);
    const of = findMetric(id ?? '');
    if (!of || role === null) return;
    const takes = role === 'threshold' ? takesThreshold : takesTarget;
    if (!takes(of)) {
      const others = metricIds.filter(
        (each) => findMetric(each)?.cube === of.cube && takes(findMetric(each) ?? of),
      );
      const message = `${id} takes no ${role}${role === 'target' ? ': a median is not held against a standard for each call' : ''}. Those that do are ${others.join(', ')}.`;
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
function refuseIdle(slotOf: SlotOf): FinishRow {
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
