import type { Choices, Clause, CountMetric, ProportionMetric } from '../definition.ts';

const common = {
  version: 1,
  versionFrom: '2019-04-01',
  cube: 'order_event',
  owner: 'Civil orders team',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 1, reason: 'late-rows' },
} as const;

/** Notices are issued by police; orders are granted by a court. */
const NOTICES = ['DVPN', 'DAPN'];
const ORDERS = ['DVPO', 'DAPO', 'SPO', 'SHPO', 'SRO', 'NMO'];

const stageOf = (choices: Choices): Clause => ({
  interim: [choices.interim === 'interim' ? 'true' : 'false'],
});

export const issued: CountMetric = {
  ...common,
  kind: 'count',
  id: 'orders.issued',
  label: 'Notices issued and orders granted',
  meaning: 'How many protective notices police issued and orders courts granted.',
  polarity: 'neutral',
  decimals: 0,
  dimensions: [
    { id: 'orderType', role: 'partition' },
    { id: 'court', role: 'partition' },
    { id: 'route', role: 'partition' },
    { id: 'interim', role: 'choice', column: null, default: 'full' },
  ],
  leadingSplit: 'orderType',
  numeratorText: 'DVPNs issued; DVPOs, SPOs and SHPOs granted, interim orders apart',
  denominatorText: '',
  count: (choices) => ({
    of: { count: 'events' },
    where: [
      { orderType: NOTICES, event: ['issued'], ...stageOf(choices) },
      { orderType: ORDERS, event: ['granted'], ...stageOf(choices) },
    ],
  }),
  terms: [
    ['Counts', 'A notice on the day it is issued, an order on the day it is granted'],
    ['Leaves out', 'Interim orders, which are counted apart'],
  ],
  caveats: [
    'More orders may mean more use of powers, more recording, or more violence.',
    'An application and its order may fall in different months: never divide one by the other here.',
  ],
};

export const grantedShare: ProportionMetric = {
  ...common,
  kind: 'proportion',
  id: 'orders.granted-share',
  label: 'Orders granted of those heard',
  meaning: 'Share of order hearings that ended with the order granted.',
  polarity: 'higher-is-better',
  decimals: 1,
  dimensions: [
    { id: 'orderType', role: 'choice', default: 'DVPO' },
    { id: 'court', role: 'partition' },
    { id: 'interim', role: 'choice', column: null, default: 'full' },
  ],
  numeratorText: 'Orders granted',
  denominatorText: 'Orders granted or refused',
  numerator: (choices) => ({ of: { count: 'events' }, where: [{ event: ['granted'], ...stageOf(choices) }] }),
  denominator: (choices) => ({
    of: { count: 'events' },
    where: [{ event: ['granted', 'refused'], ...stageOf(choices) }],
  }),
  terms: [
    ['Counts', 'Orders granted'],
    ['Among', 'Orders granted or refused in the period'],
    ['Leaves out', 'Applications withdrawn or not yet heard; interim orders'],
  ],
  caveats: ['Numbers by court are small.'],
};
