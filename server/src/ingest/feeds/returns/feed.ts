import { offenceGroups } from '../../../metrics/dimensions.ts';
import { findMetric } from '../../../metrics/registry.ts';
import { takesReturns } from '../../../metrics/what-files-name.ts';
import { areaOrForce, force } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { metric, refuseStranger } from '../../columns/metrics.ts';
import { count } from '../../columns/numbers.ts';
import { freeText } from '../../columns/text.ts';
import type { ColumnType, Context, Feed, FinishRow, MemberColumn, SlotOf } from '../../definition.ts';
import { parsePeriod } from '../../period.ts';
import { quoted, type Row } from '../../row.ts';
import { bbcStalkingOutcomes } from './bbc-stalking-outcomes.ts';
import { hoOutcomesQuarter } from './ho-outcomes-quarter.ts';
import { leaveOutTotals, totalNames } from './totals.ts';

/** Groups beside which a new one may be a slip of the pen: published tables have groups of their own. */
const usualGroups = new Set([...Object.keys(offenceGroups), 'all-crime', ...totalNames]);

export const returns: Feed = {
  name: 'returns',
  words: 'Counts that reach us already added up, one row per measure, area, period and members.',
  table: 'fact_return',
  cube: 'return_value',
  key: ['measure', 'force_code', 'area_code', 'period', 'dimensions'],
  anchor: 'period',
  coversRows: true,
  replacesWithin: ['measure', 'area_code'],
  latestBy: 'published_on',
  memberPrefix: 'dim_',
  parsers: [bbcStalkingOutcomes, hoOutcomesQuarter],
  columns: [
    {
      name: 'measure',
      type: metric('a metric that is read from returns, such as published.outcome-share', takesReturns),
      required: true,
      note: 'One that is counted from rows takes no returns.',
    },
    { name: 'force_code', type: force(), required: true, note: 'Whose count it is.' },
    {
      name: 'area_code',
      type: areaOrForce(),
      required: false,
      note: "An area of the home force; blank is the force's code.",
    },
    { name: 'period', type: period(), required: true, note: 'The time counted.' },
    {
      name: 'numerator',
      type: count(),
      required: true,
      note: 'A quarter may be negative, where crimes were cancelled or reclassified later; a year may not.',
    },
    { name: 'denominator', type: count(), required: false, note: 'Where the measure is a share.' },
    { name: 'source', type: freeText(300), required: true, note: 'Who published it.' },
    { name: 'published_on', type: date(), required: true, note: 'The latest is current.' },
    { name: 'note', type: freeText(300), required: false, note: 'A remark for the reader.' },
  ],
  derived: ['month', 'dimensions'],
  finish,
  checkStaged: leaveOutTotals,
};

/** A period by its name on the wire; calendar quarters are turned into financial ones. */
function period(): ColumnType {
  return {
    words: '2023-11, 2023/24-Q3 (financial), 2023-Q3 (calendar) or 2023/24',
    compile: (_, column) => (value, row) =>
      parsePeriod(value)?.name ??
      row.refuse(
        column,
        'bad-period',
        `${column} cannot be ${quoted(value)}: write 2023-11, 2023/24-Q3 or 2023/24.`,
      ),
  };
}

function finish(slotOf: SlotOf, context: Context, members: readonly MemberColumn[]): FinishRow {
  const [name, forceCode, areaCode, span, numerator, denominator, month, dimensions] = [
    'measure',
    'force_code',
    'area_code',
    'period',
    'numerator',
    'denominator',
    'month',
    'dimensions',
  ].map(slotOf);
  const sorted = [...members].sort((a, b) => (a.dimension < b.dimension ? -1 : 1));
  const checkMembers = memberCheck(context, sorted);
  return (row) => {
    const { values } = row;
    values[areaCode] ??= values[forceCode];
    if (
      values[forceCode] !== null &&
      values[forceCode] !== context.force &&
      values[areaCode] !== values[forceCode]
    ) {
      row.refuse('area_code', 'unknown-area', "Another force's row has that force's code as its area_code.");
    }
    checkMembers(row, values[name]);
    values[dimensions] = sorted
      .flatMap(({ dimension, slot }) => (values[slot] === null ? [] : [`${dimension}=${values[slot]}`]))
      .join('&');
    const counts = [values[numerator], values[denominator]].map(Number);
    if (counts[1] !== 0 && values[denominator] !== null && counts[0] > counts[1]) {
      row.warn('numerator', 'exceeds-denominator', 'numerator is larger than denominator.');
    }
    if (values[span] === null) return;
    const months = parsePeriod(values[span])?.months ?? [];
    values[month] = months[0];
    if (months.length === 12 && Math.min(...counts) < 0)
      row.refuse('numerator', 'negative-year', 'The count of a year cannot be negative.');
  };
}

/** Refuses dimensions and members that the measure does not have; warns once of each new offence group. */
function memberCheck(
  context: Context,
  members: readonly MemberColumn[],
): (row: Row, measure: string | null) => void {
  const seen = new Set(usualGroups);
  return (row, measure) => {
    const asked = measure === null ? undefined : findMetric(measure);
    if (!asked) return;
    for (const { dimension, slot } of members) {
      const member = row.values[slot];
      // Whose count it is, is said by force_code.
      const own = asked.dimensions.filter(({ id }) => id !== 'force');
      if (member !== null)
        refuseStranger(row, dimension, [{ ...asked, dimensions: own }], [dimension, member], context);
      if (dimension !== 'offenceGroup' || member === null || seen.has(member.toLowerCase())) continue;
      seen.add(member.toLowerCase());
      const message = `offenceGroup ${quoted(member)} is none of ${Object.keys(offenceGroups).join(', ')}, all-crime; it is kept as a group of its own.`;
      row.warn(dimension, 'new-member', message);
    }
  };
}
