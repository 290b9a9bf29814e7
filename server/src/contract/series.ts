import Type from 'typebox';
import { Absent, Grain, nullable, ProvisionalReason, Status, Unit, words } from './common.ts';
import { AreaFlag, Interval, Outlook, Spc, SpcAbsent, Variation } from './verdict.ts';

export const Side = Type.Object(
  {
    value: nullable(
      Type.Number({ description: 'Its median, in the unit of the series; null without cases.' }),
    ),
    n: Type.Integer({ description: 'Cases measured.' }),
  },
  { $id: 'Side', description: 'One side of a difference.' },
);

export const Revision = Type.Object(
  {
    release: Type.Integer({ description: 'The release before, which gave another value.' }),
    value: Type.Number({ description: 'The value it gave, unrounded, in the unit of the series.' }),
  },
  {
    $id: 'Revision',
    description:
      'What a value with the status `revised` was in the release before, where it was no longer provisional.',
  },
);

export const Point = Type.Object(
  {
    period: Type.String({
      description: 'Period name: 2023-11, 2023/24-Q3, 2023/24, P12M/2023-11, YTD/2023-11.',
    }),
    value: nullable(Type.Number({ description: 'Unrounded, in the unit of the series.' })),
    n: Type.Integer({ description: 'Cases behind the value: rows measured, or the denominator.' }),
    numerator: Type.Optional(Type.Number({ description: 'Cases counted (proportions and rates).' })),
    denominator: Type.Optional(Type.Number({ description: 'Cases counted among (proportions and rates).' })),
    status: Type.Array(Status, { description: 'Marks that accompany the value.' }),
    provisional: Type.Optional(ProvisionalReason),
    revised: Type.Optional(Revision),
    absent: Type.Optional(Absent),
    sides: Type.Optional(
      Type.Array(Side, { description: 'What a difference is taken between: the first less the second.' }),
    ),
    interval: Type.Optional(Interval),
    intervalAbsent: Type.Optional(
      words(
        ['too-few', 'not-applicable'],
        'Why a value has no interval: too few cases for the method, or no method applies (levels, means).',
      ),
    ),
  },
  { $id: 'Point', description: 'One period of one series.' },
);

export const KeyedSeries = Type.Object(
  {
    key: Type.Record(Type.String(), Type.String(), {
      description: 'Member code of each `by` name, as used in the parameters.',
    }),
    label: Type.String({ description: 'The members in words.' }),
    points: Type.Array(Point, { description: 'In time order.' }),
    spc: Type.Optional(Spc),
    spcAbsent: Type.Optional(SpcAbsent),
    variation: Type.Optional(Variation),
    outlook: Type.Optional(Outlook),
    flag: Type.Optional(AreaFlag),
  },
  { $id: 'KeyedSeries', description: 'One line of a chart.' },
);

export const Series = Type.Object(
  {
    release: Type.Integer({ description: 'Number of the release every value was read from.' }),
    metric: Type.String({ description: 'Metric id.' }),
    version: Type.Integer({ description: 'Version of the metric definition.' }),
    statistic: Type.String({ description: 'What is read from the cases: median, p90, share, count …' }),
    unit: Unit,
    basis: nullable(Type.String({ description: 'Date basis of outcomes: closed or recorded.' })),
    grain: Grain,
    area: Type.String({ description: 'Area asked for.' }),
    areaSet: Type.String({ description: 'Dated set the areas belong to.' }),
    filter: Type.Record(Type.String(), Type.String(), {
      description: 'Every filter and choice in force, defaults included; several members comma-separated.',
    }),
    synthetic: Type.Boolean({ description: 'True when the release holds demonstration data.' }),
    series: Type.Array(KeyedSeries, { description: 'One per combination of `by` members.' }),
  },
  { $id: 'Series', description: 'Values of one metric over time.' },
);
export type Point = Type.Static<typeof Point>;
export type KeyedSeries = Type.Static<typeof KeyedSeries>;
export type Series = Type.Static<typeof Series>;
