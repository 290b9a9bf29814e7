import { force } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { text } from '../../columns/text.ts';
import type { Feed } from '../../definition.ts';
import { refuseReversedDates } from '../reference.ts';

export const grades: Feed = {
  name: 'grades',
  words: 'The grades of call a force uses, with the dates between which each holds.',
  table: 'grade',
  cube: null,
  key: ['force_code', 'grade', 'valid_from'],
  anchor: null,
  columns: [
    { name: 'force_code', type: force(), required: true, note: 'Whose grade it is.' },
    { name: 'grade', type: text(20), required: true, note: 'As the incidents feed gives it.' },
    { name: 'label', type: text(100), required: true, note: 'As people know it.' },
    { name: 'valid_from', type: date(), required: true, note: 'First day.' },
    { name: 'valid_to', type: date(), required: false, note: 'Last day; blank is open.' },
  ],
  derived: [],
  finish: refuseReversedDates,
};
