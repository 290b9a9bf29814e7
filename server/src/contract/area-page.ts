import Type from 'typebox';
import { Area } from './area.ts';
import { Grain, nullable, Polarity, Unit, words } from './common.ts';
import { StatedReason } from './comparison.ts';
import { Annotation, Change, QualityCheck, Target } from './measure.ts';
import { Release } from './release.ts';
import { Point } from './series.ts';
import { AreaFlag, Finding, Outlook, Spc, SpcAbsent, Variation } from './verdict.ts';

const parameters = Type.Record(Type.String(), Type.String(), {
  description: 'Parameters of the measure page that shows the same figure, the area included.',
});

export const AreaRow = Type.Object(
  {
    id: Type.String({ description: 'Row id, as on the board.' }),
    label: Type.String({ description: 'Name in words.' }),
    detail: Type.String({ description: 'Unit and population in words.' }),
    metric: Type.String({ description: 'Metric id.' }),
    statistic: Type.String({ description: 'Statistic shown.' }),
    parameters,
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    polarity: Polarity,
    lagMonths: Type.Integer({ description: 'Months the row lags the month asked for.' }),
    grain: Grain,
    period: Type.String({
      description: 'Period shown: a month, or twelve months where a month is too small to read.',
    }),
    point: Point,
    whole: Point,
    others: nullable(
      Type.Number({
        description:
          'The other areas together, in the unit (counts: what they would be at their rate); null where not known.',
      }),
    ),
    target: nullable(Target),
    changes: Type.Array(Change, { description: 'Against the period before and the same period last year.' }),
    series: Type.Array(Point, { description: '24 months to the period shown, at its grain.' }),
    breaks: Type.Array(Type.String(), { description: 'Months at which the line is cut.' }),
    spc: Type.Optional(Spc),
    spcAbsent: Type.Optional(SpcAbsent),
    variation: nullable(Variation),
    outlook: nullable(Outlook),
    flag: AreaFlag,
  },
  { $id: 'AreaRow', description: 'One measure of one area.' },
);
export const AreaGroup = Type.Object(
  {
    label: Type.String({ description: 'Heading.' }),
    rows: Type.Array(AreaRow, { description: 'In board order.' }),
  },
  { $id: 'AreaGroup', description: 'A family of measures of one area.' },
);
export const AreaFinding = Type.Object(
  {
    row: nullable(Type.String({ description: 'Row id; null for data quality.' })),
    kind: words(
      ['worse', 'better', 'shift', 'outlier', 'data-quality'],
      'worse, better, shift: its own line changed. outlier: beyond chance from the other areas.',
    ),
    statement: Type.String({ description: 'The finding.' }),
    evidence: Type.String({ description: 'The numbers it rests on.' }),
    metric: nullable(Type.String({ description: 'Metric id of the measure page; null for data quality.' })),
    parameters,
  },
  { $id: 'AreaFinding', description: 'Something the rules picked out for one area.' },
);
export const TimePart = Type.Object(
  {
    component: words(['dispatch', 'travel'], 'Part of the wait.'),
    label: Type.String({ description: 'In words.' }),
    meanSeconds: nullable(Type.Number({ description: "The area's mean; null without cases." })),
    othersMeanSeconds: nullable(Type.Number({ description: "The other areas' mean; null without cases." })),
    flag: AreaFlag,
    parameters,
    metric: Type.String({ description: 'Metric id of the measure page of this part.' }),
  },
  {
    $id: 'TimePart',
    description:
      'One part of the wait, in the area and in the others. Means add up; the flag compares medians.',
  },
);
export const TimeParts = Type.Object(
  {
    finding: Finding,
    row: Type.String({ description: 'Row id of the wait it divides.' }),
    label: Type.String({ description: 'Whose wait, in words.' }),
    period: Type.String({ description: 'Twelve months compared.' }),
    n: Type.Integer({ description: "The area's incidents with every stamp." }),
    othersN: Type.Integer({ description: "The other areas' incidents with every stamp." }),
    parts: Type.Array(TimePart, { description: 'Dispatch, then travel.' }),
    absent: nullable(StatedReason),
  },
  { $id: 'TimeParts', description: 'Dispatch and travel of one area against the other areas.' },
);
export const AreaPage = Type.Object(
  {
    release: Release,
    month: Type.String({ description: 'Month asked for.' }),
    months: Type.Array(Type.String(), { description: 'Every month the release can show, oldest first.' }),
    areaSet: Type.String({ description: 'Area set in force in the month, or the one that holds the area.' }),
    area: Area,
    areas: Type.Array(Area, { description: "Areas beside it, itself included, in the force's own order." }),
    title: Type.String({ description: "The area's name." }),
    finding: Finding,
    groups: Type.Array(AreaGroup, { description: 'In board order.' }),
    changed: Type.Array(AreaFinding, { description: 'What changed this month, in order of precedence.' }),
    nothing: nullable(Type.String({ description: 'What to say where nothing changed; else null.' })),
    standing: Type.Array(AreaFinding, {
      description: 'Lasting differences from the other areas, each once.',
    }),
    timeParts: Type.Array(TimeParts, { description: 'Grade 1 and grade 2 response to domestic abuse.' }),
    annotations: Type.Array(Annotation, { description: 'Events and breaks in the 24 months shown.' }),
    quality: Type.Array(QualityCheck, {
      description: "Checks on the area's incident rows, of the month and of months that verdicts are about.",
    }),
  },
  { $id: 'AreaPage', description: 'Every board measure of one area.' },
);

export type AreaRow = Type.Static<typeof AreaRow>;
export type AreaFinding = Type.Static<typeof AreaFinding>;
export type TimePart = Type.Static<typeof TimePart>;
export type TimeParts = Type.Static<typeof TimeParts>;
export type AreaPage = Type.Static<typeof AreaPage>;
