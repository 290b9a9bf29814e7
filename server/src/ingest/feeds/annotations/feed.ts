import { areaOrForce, boolean, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { shaped, text } from '../../columns/text.ts';
import type { Feed } from '../../definition.ts';

const metrics = /^(\*|[a-z][a-z0-9-]*\.(\*|[a-z0-9-]+))$/;

export const annotations: Feed = {
  name: 'annotations',
  words: 'Dated events shown beside a line: an event, a rebase of its limits, or a break that cuts it.',
  table: 'annotation',
  cube: null,
  key: ['kind', 'on_date', 'metric', 'area_code', 'text'],
  anchor: null,
  columns: [
    {
      name: 'kind',
      type: code('event', 'rebase', 'break'),
      required: true,
      note: 'A break cuts every line it touches.',
    },
    { name: 'date', type: date(), required: true, into: 'on_date', note: 'When.' },
    {
      name: 'metric',
      type: shaped(metrics, 'a metric such as response.time, a family such as response.*, or *'),
      required: false,
      blank: '*',
      note: 'Which lines; blank is every line.',
    },
    { name: 'area_code', type: areaOrForce(), required: false, blank: '', note: 'Blank is every area.' },
    { name: 'text', type: text(300), required: true, note: 'A sentence for the reader.' },
    { name: 'source', type: text(300), required: true, note: 'Where it is written.' },
    {
      name: 'illustrative',
      type: boolean(),
      required: false,
      blank: 'f',
      note: 'True where it is made up for a demonstration.',
    },
  ],
  derived: [],
  finish: () => () => undefined,
};
