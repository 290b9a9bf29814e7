import { shaped, text } from '../../columns/text.ts';
import type { Feed } from '../../definition.ts';

const shape = /^\d{1,2}[A-Z]?$/;
const words = 'a number of one or two digits, with a capital letter or none (1, 1A, 15B)';

export const outcomeTypes: Feed = {
  name: 'outcome-types',
  words: 'Home Office outcome types and their sub-codes.',
  table: 'outcome_type',
  cube: null,
  key: ['code'],
  anchor: null,
  columns: [
    { name: 'code', type: shaped(shape, words), required: true, note: 'As the crimes feed gives it.' },
    { name: 'label', type: text(200), required: true, note: 'The Home Office wording.' },
    {
      name: 'parent_code',
      type: shaped(shape, words),
      required: false,
      note: 'The type a sub-code is counted inside.',
    },
  ],
  derived: [],
  finish: () => () => undefined,
};
