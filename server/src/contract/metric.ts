import Type from 'typebox';
import { Grain, Kind, nullable, Polarity, Unit, words } from './common.ts';

export const Member = Type.Object(
  {
    code: Type.String({ description: 'As used in parameters.' }),
    label: Type.String({ description: 'In words.' }),
  },
  { $id: 'Member', description: 'One value of a dimension.' },
);

export const Dimension = Type.Object(
  {
    id: Type.String({ description: 'Parameter name.' }),
    label: Type.String({ description: 'In words.' }),
    role: words(
      ['partition', 'choice', 'nested', 'numerator-only'],
      'partition: members add up, any filter, any by. choice: exactly one member. nested: member or further. numerator-only: never filters the denominator.',
    ),
    default: nullable(Type.String({ description: 'Member used when a choice is not made.' })),
    members: Type.Array(Member, { description: 'Known members; empty when they are read from the data.' }),
  },
  { $id: 'Dimension', description: 'A way to filter or split a metric.' },
);

export const Statistic = Type.Object(
  {
    id: Type.String({ description: 'Parameter value.' }),
    label: Type.String({ description: 'In words.' }),
    unit: Unit,
  },
  { $id: 'Statistic', description: 'A reading of the metric.' },
);

export const Rule = Type.Object(
  {
    term: Type.String({ description: 'What the rule is about, for example Clock starts.' }),
    text: Type.String({ description: 'The rule in words.' }),
  },
  { $id: 'Rule', description: 'One line of a definition.' },
);

export const Metric = Type.Object(
  {
    id: Type.String({ description: 'family.metric' }),
    version: Type.Integer({ description: 'Version of the definition.' }),
    versionFrom: Type.String({ description: 'Date the version took effect, YYYY-MM-DD.' }),
    family: Type.String({ description: 'Family id.' }),
    familyLabel: Type.String({ description: 'Family in words.' }),
    label: Type.String({ description: 'Name in words.' }),
    meaning: Type.String({ description: 'One sentence: what it says.' }),
    kind: Kind,
    polarity: Polarity,
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show (of minutes, percent, or the unit itself).' }),
    numerator: Type.String({ description: 'What is counted or measured, in words.' }),
    denominator: Type.String({ description: 'Among what, in words; empty for counts.' }),
    feed: Type.String({ description: 'Feed the cases come from.' }),
    owner: Type.String({ description: 'Who answers for the definition.' }),
    grains: Type.Array(Grain, { description: 'Lengths of period offered.' }),
    defaultGrain: Grain,
    statistics: Type.Array(Statistic, { description: 'Readings offered; the first is the headline.' }),
    dimensions: Type.Array(Dimension, { description: 'Filters and splits offered.' }),
    overTime: words(['sum', 'last', 'none'], 'How values add over time.'),
    overAreas: words(['sum', 'none'], 'How values add over areas.'),
    caveats: Type.Array(Type.String(), { description: 'Read with care.' }),
    counts: Type.Array(Rule, {
      description: 'Definition list: clock starts, clock stops, counts, leaves out.',
    }),
    notes: Type.String({ description: 'Notes as Markdown.' }),
  },
  { $id: 'Metric', description: 'One metric definition.' },
);
export const Catalogue = Type.Object(
  { metrics: Type.Array(Metric, { description: 'Every published metric, families in board order.' }) },
  { $id: 'Catalogue', description: 'The metric catalogue.' },
);
export type Metric = Type.Static<typeof Metric>;
export type Dimension = Type.Static<typeof Dimension>;
export type Catalogue = Type.Static<typeof Catalogue>;
