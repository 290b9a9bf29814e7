import { areaOrForce, force } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { count } from '../../columns/numbers.ts';
import { freeText, shaped } from '../../columns/text.ts';
import type { ColumnType, Context, Feed, FinishRow, MemberColumn, SlotOf } from '../../definition.ts';
import { parsePeriod } from '../../period.ts';
import { quoted } from '../../row.ts';
import { bbcStalkingOutcomes } from './bbc-stalking-outcomes.ts';
import { hoOutcomesQuarter } from './ho-outcomes-quarter.ts';
import { leaveOutTotals } from './totals.ts';

const measure = /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/;
/** Quarters of published counts may be negative: crimes cancelled or reclassified later. */
const mayBeNegative = 'published.';

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
      type: shaped(measure, 'a metric such as published.outcome-share'),
      required: true,
      note: 'A metric of the catalogue.',
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
      note: 'Quarters of published counts may be negative; years may not.',
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
    if (Math.min(...counts) >= 0) return;
    if (months.length === 12) {
      row.refuse('numerator', 'negative-year', 'The count of a year cannot be negative.');
    } else if (!values[name]?.startsWith(mayBeNegative)) {
      row.refuse('numerator', 'bad-count', `A count of ${values[name]} cannot be negative.`);
    }
  };
}
