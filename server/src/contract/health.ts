import Type from 'typebox';
import { nullable, words } from './common.ts';

export const Health = Type.Object(
  {
    status: words(['live', 'ready'], 'live: the process answers. ready: it can answer readers.'),
    release: nullable(Type.Integer({ description: 'Number of the live release; null before the first.' })),
  },
  { $id: 'Health', description: 'State of the server process.' },
);
export type Health = Type.Static<typeof Health>;
