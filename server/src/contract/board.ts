import Type from 'typebox';
import { Area } from './area.ts';
import { nullable, Polarity, Unit } from './common.ts';
import { Annotation, Change, QualityCheck, Target } from './measure.ts';
import { Release } from './release.ts';
import { Point } from './series.ts';

export const AreaValue = Type.Object(
  { area: Type.String({ description: 'Area code.' }), point: Point },
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
export const Board = Type.Object(
  {
    release: Release,
    month: Type.String({ description: 'Board month.' }),
    months: Type.Array(Type.String(), { description: 'Every month the release can show, oldest first.' }),
    areaSet: Type.String({ description: 'Area set in force in the month.' }),
    areas: Type.Array(Area, { description: "Local policing areas in the force's own order." }),
    groups: Type.Array(BoardGroup, { description: 'In board order.' }),
    annotations: Type.Array(Annotation, { description: 'Events and breaks in the 24 months shown.' }),
    quality: Type.Array(QualityCheck, { description: 'Checks outside tolerance.' }),
  },
  { $id: 'Board', description: 'The monthly performance board.' },
);
export type Board = Type.Static<typeof Board>;
export type BoardRow = Type.Static<typeof BoardRow>;
