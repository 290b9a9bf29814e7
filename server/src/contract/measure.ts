import Type from 'typebox';
import { Incidence } from './cohort.ts';
import { Comparison, nullable, words } from './common.ts';
import { Metric } from './metric.ts';
import { Release } from './release.ts';
import { Point, Series } from './series.ts';
import { Finding, Outlook, SpcAbsent, Variation } from './verdict.ts';

export const Annotation = Type.Object(
  {
    kind: words(['event', 'rebase', 'break'], 'A break cuts the line: nothing is compared across it.'),
    date: Type.String({ description: 'YYYY-MM-DD.' }),
    text: Type.String({ description: 'What happened.' }),
    source: Type.String({ description: 'Where the date comes from.' }),
    illustrative: Type.Boolean({ description: 'True where the date is not from a source.' }),
    area: nullable(Type.String({ description: 'Area it applies to; null for the force.' })),
  },
  { $id: 'Annotation', description: 'A dated event or break.' },
);
export const Target = Type.Object(
  {
    comparison: Comparison,
    value: Type.Number({ description: 'In the unit of the series.' }),
    validFrom: Type.String({ description: 'YYYY-MM-DD.' }),
    validTo: nullable(Type.String({ description: 'YYYY-MM-DD; null while open.' })),
    provenance: words(
      ['own', 'comparator'],
      "The force's own, or borrowed from another force and labelled so.",
    ),
    source: Type.String({ description: 'Where it is written down.' }),
  },
  { $id: 'Target', description: 'A dated target.' },
);
export const QualityCheck = Type.Object(
  {
    id: Type.String({ description: 'arrival-missing, out-of-order …' }),
    ok: Type.Boolean({ description: 'Within tolerance.' }),
    text: Type.String({ description: 'The finding in words.' }),
    area: nullable(Type.String({ description: 'Area it concerns; null for the force.' })),
    period: Type.String({ description: 'Period checked.' }),
    numerator: Type.Integer({ description: 'Rows at fault.' }),
    denominator: Type.Integer({ description: 'Rows checked.' }),
    tolerance: Type.Number({ description: 'Share allowed.' }),
  },
  { $id: 'QualityCheck', description: 'A data-quality check on the rows behind a figure.' },
);
export const Change = Type.Object(
  {
    against: Type.String({ description: 'Period compared with.' }),
    value: nullable(
      Type.Number({ description: 'Difference, unrounded, in the unit; null where it cannot be formed.' }),
    ),
    from: nullable(Type.Number({ description: 'Value of that period.' })),
    comparable: Type.Boolean({ description: 'False where a break lies between.' }),
  },
  { $id: 'Change', description: 'Difference from an earlier period. A difference alone is usually noise.' },
);
export const MeasurePage = Type.Object(
  {
    release: Release,
    metric: Metric,
    title: Type.String({ description: 'Metric and filters in words.' }),
    latest: Point,
    changes: Type.Array(Change, { description: 'Against the period before and the same period last year.' }),
    targets: Type.Array(Target, { description: 'Targets that apply to the series shown.' }),
    annotations: Type.Array(Annotation, { description: 'Events, rebases and breaks inside the span shown.' }),
    quality: Type.Array(QualityCheck, { description: 'Checks on the latest period.' }),
    variation: nullable(Variation),
    outlook: nullable(Outlook),
    verdictAbsent: nullable(SpcAbsent),
    findings: Type.Object(
      {
        main: Finding,
        areas: Finding,
        decomposition: Type.Optional(Finding),
        comparator: Type.Optional(Finding),
        sides: Type.Optional(Finding),
        composition: Type.Optional(Finding),
        members: Type.Optional(Finding),
      },
      { description: 'The title of each figure that has one.' },
    ),
    incidence: Type.Optional(Incidence),
    panels: Type.Object(
      {
        main: Series,
        areas: Series,
        decomposition: Type.Optional(Series),
        comparator: Type.Optional(Series),
        gap: Type.Optional(Series),
        members: Type.Optional(Series),
      },
      {
        description:
          'main: the area asked for. areas: its children, itself and not-allocated. decomposition: mean dispatch and travel over twelve months. comparator: the other incidents beside domestic abuse. gap: the difference of the two medians, with its interval and limits. members: members of the leading choice, such as forces.',
      },
    ),
  },
  { $id: 'MeasurePage', description: 'Everything a measure page shows.' },
);
export type Annotation = Type.Static<typeof Annotation>;
export type Target = Type.Static<typeof Target>;
export type QualityCheck = Type.Static<typeof QualityCheck>;
export type Change = Type.Static<typeof Change>;
export type MeasurePage = Type.Static<typeof MeasurePage>;
