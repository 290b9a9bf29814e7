import Type from 'typebox';
import { Area } from './area.ts';
import { nullable, Polarity, Unit, words } from './common.ts';
import { Annotation, Change, QualityCheck, Target } from './measure.ts';
import { Release } from './release.ts';
import { Point } from './series.ts';
import { AreaFlag, Outlook, OutlookKind, Spc, SpcAbsent, Variation, VariationKind } from './verdict.ts';

export const AreaValue = Type.Object(
  {
    area: Type.String({ description: 'Area code.' }),
    point: Point,
    flag: Type.Optional(AreaFlag),
  },
  { $id: 'AreaValue', description: "An area's value in a board row." },
);
export const BoardRow = Type.Object(
  {
    id: Type.String({ description: 'Row id, unique on the board.' }),
    label: Type.String({ description: 'Name in words.' }),
    detail: Type.String({ description: 'Unit and population in words.' }),
    metric: Type.String({ description: 'Metric id.' }),
    statistic: Type.String({ description: 'Statistic shown.' }),
    filter: Type.Record(Type.String(), Type.String(), {
      description: 'Parameters of the measure page that shows the same figure.',
    }),
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    polarity: Polarity,
    lagMonths: Type.Integer({ description: 'Months the row lags the board month.' }),
    period: Type.String({ description: 'Month shown.' }),
    latest: Point,
    target: nullable(Target),
    changeOnMonth: Change,
    changeOnYear: Change,
    spark: Type.Array(Point, { description: '24 months to the month shown.' }),
    breaks: Type.Array(Type.String(), { description: 'Months at which the line is cut.' }),
    areaGrain: Type.String({
      description: 'Grain of the area values: month, or rolling-12 where months are too small.',
    }),
    areas: Type.Array(AreaValue, { description: "In the force's own order." }),
    variation: Variation,
    outlook: Outlook,
    spc: Type.Optional(Spc),
    spcAbsent: Type.Optional(SpcAbsent),
  },
  { $id: 'BoardRow', description: 'One measure on the board.' },
);
export const BoardGroup = Type.Object(
  {
    label: Type.String({ description: 'Heading.' }),
    rows: Type.Array(BoardRow, { description: 'Measures.' }),
  },
  { $id: 'BoardGroup', description: 'A family of measures on the board.' },
);
export const GlanceCell = Type.Object(
  {
    variation: VariationKind,
    outlook: OutlookKind,
    rows: Type.Array(Type.String({ description: 'Row id.' }), { description: 'Rows that show both.' }),
  },
  { $id: 'GlanceCell', description: 'Rows of one verdict and one outlook.' },
);
export const BoardException = Type.Object(
  {
    id: Type.String({ description: 'Unique on the board.' }),
    reason: words(
      ['worse', 'area-outlier', 'target-missed', 'better', 'shift', 'data-quality'],
      'Why the rules picked it out, in this order of precedence.',
    ),
    word: Type.String({ description: 'The reason in words: Real change, Area outlier, Target missed …' }),
    detail: Type.String({ description: 'The rule in words: below its usual range.' }),
    statement: Type.String({ description: 'The finding.' }),
    evidence: Type.String({ description: 'The numbers it rests on.' }),
    row: nullable(Type.String({ description: 'Row id; null for data quality.' })),
    area: nullable(Type.String({ description: 'Area it concerns; null for the force.' })),
    metric: nullable(Type.String({ description: 'Metric id of the measure page; null for data quality.' })),
    parameters: Type.Record(Type.String(), Type.String(), {
      description: 'Parameters of the measure page that shows the same figure.',
    }),
    size: nullable(
      Type.Number({
        description: 'Size in standard deviations, by which equals are ordered; null: unknown.',
      }),
    ),
  },
  { $id: 'BoardException', description: 'Something the rules picked out.' },
);
export const StandingDifference = Type.Object(
  {
    row: Type.String({ description: 'Row id.' }),
    area: Type.String({ description: 'Area code.' }),
    statement: Type.String({ description: 'The difference in words.' }),
    evidence: Type.String({ description: 'The numbers it rests on, over the twelve months.' }),
    metric: Type.String({ description: 'Metric id of the measure page.' }),
    parameters: Type.Record(Type.String(), Type.String(), {
      description: 'Parameters of the measure page that shows the same figure.',
    }),
    flag: AreaFlag,
  },
  { $id: 'StandingDifference', description: 'An area that has long differed from the others; not news.' },
);
export const FalseAlarm = Type.Object(
  {
    measures: Type.Integer({ description: 'Rows judged.' }),
    independentMeasures: Type.Number({ description: 'Rows, those that move together counted once.' }),
    autocorrelation: Type.Number({
      description: "Lag-1 correlation estimated from the board's own series; independence flatters a board.",
    }),
    expected: Type.Number({ description: 'Signals chance alone would show, moving together counted once.' }),
    shown: Type.Integer({ description: 'Rows that show a signal.' }),
    shownIndependent: Type.Number({ description: 'The same, those that move together counted once.' }),
    chanceOfAsMany: Type.Number({ description: 'How often chance alone would show so many.' }),
    sentence: Type.String({ description: 'The comparison in words.' }),
  },
  { $id: 'FalseAlarm', description: 'Signals expected by chance beside those shown.' },
);
export const Steady = Type.Object(
  {
    count: Type.Integer({ description: 'Rows that moved only as usual.' }),
    sentence: Type.String({ description: 'What to make of them.' }),
  },
  { $id: 'Steady', description: 'Rows without a real change.' },
);
export const Board = Type.Object(
  {
    release: Release,
    month: Type.String({ description: 'Board month.' }),
    months: Type.Array(Type.String(), { description: 'Every month the release can show, oldest first.' }),
    areaSet: Type.String({ description: 'Area set in force in the month.' }),
    areas: Type.Array(Area, { description: "Local policing areas in the force's own order." }),
    groups: Type.Array(BoardGroup, { description: 'In board order.' }),
    annotations: Type.Array(Annotation, { description: 'Events and breaks in the 24 months shown.' }),
    quality: Type.Array(QualityCheck, {
      description: 'Checks outside tolerance, of the month and of months that verdicts are about.',
    }),
    glance: Type.Array(GlanceCell, { description: 'Six verdicts by five outlooks, row by row.' }),
    standsOut: Type.Array(BoardException, {
      description: 'Up to five of the exceptions, one per measure: a selection.',
    }),
    nothing: nullable(Type.String({ description: 'What to say where nothing stands out; else null.' })),
    exceptions: Type.Array(BoardException, { description: 'Everything the rules picked out.' }),
    standing: Type.Array(StandingDifference, { description: 'Lasting area differences, each once.' }),
    steady: Steady,
    falseAlarm: FalseAlarm,
  },
  { $id: 'Board', description: 'The monthly performance board.' },
);
export type Board = Type.Static<typeof Board>;
export type BoardRow = Type.Static<typeof BoardRow>;
export type BoardException = Type.Static<typeof BoardException>;
export type GlanceCell = Type.Static<typeof GlanceCell>;
export type StandingDifference = Type.Static<typeof StandingDifference>;
export type FalseAlarm = Type.Static<typeof FalseAlarm>;
export type Steady = Type.Static<typeof Steady>;
