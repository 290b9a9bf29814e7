import { code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { text } from '../../columns/text.ts';
import type { Feed, FinishRow, SlotOf } from '../../definition.ts';
import { refuseReversedDates } from '../reference.ts';
import { checkTree } from './check-tree.ts';

const isForce = new Set<string | null>(['force', 'non-territorial']);

export const areas: Feed = {
  name: 'areas',
  words: 'The areas of the home force, as deep as it likes, in dated sets; and the other forces.',
  table: 'area',
  cube: null,
  key: ['area_set', 'area_code'],
  anchor: null,
  columns: [
    { name: 'area_code', type: text(20), required: true, note: 'The code that rows of other feeds give.' },
    { name: 'name', type: text(100), required: true, note: 'As people know it.' },
    {
      name: 'kind',
      type: code('force', 'non-territorial', 'lpa', 'district', 'station', 'team'),
      required: true,
      note: 'Level; a row of kind force brings the force in.',
    },
    { name: 'parent_code', type: text(20), required: false, note: 'The area it lies in; a force has none.' },
    {
      name: 'force_code',
      type: text(20),
      required: true,
      note: "The force's ONS code; on a force's own row, its own code.",
    },
    {
      name: 'area_set',
      type: text(40),
      required: false,
      blank: '',
      note: 'Name of the set; a force may go without.',
    },
    { name: 'valid_from', type: date(), required: true, note: 'First day.' },
    { name: 'valid_to', type: date(), required: false, note: 'Last day; blank is open.' },
  ],
  derived: ['position'],
  finish,
  checkStaged: checkTree,
};

function finish(slotOf: SlotOf): FinishRow {
  const checkDates = refuseReversedDates(slotOf);
  const [areaCode, kind, parent, force, set, position] = [
    'area_code',
    'kind',
    'parent_code',
    'force_code',
    'area_set',
    'position',
  ].map(slotOf);
  return (row) => {
    const { values } = row;
    values[position] = String(row.line);
    checkDates(row);
    if (values[kind] === null) return;
    if (isForce.has(values[kind])) {
      if (values[parent] !== null) row.refuse('parent_code', 'unknown-parent', 'A force has no parent_code.');
      if (values[force] !== null && values[force] !== values[areaCode]) {
        row.refuse('force_code', 'unknown-force', "On a force's own row, force_code is its area_code.");
      }
      return;
    }
    if (values[parent] === null) {
      row.refuse(
        'parent_code',
        'missing-value',
        'parent_code is needed: name the area it lies in, or the force.',
      );
    }
    if (values[set] === '') row.refuse('area_set', 'missing-value', 'area_set is needed except for a force.');
  };
}
