import Type from 'typebox';
import { Absent, nullable, words } from './common.ts';
import { Release } from './release.ts';
import { Series } from './series.ts';
import { Finding, Interval } from './verdict.ts';

export const Basis = words(
  ['recorded', 'closed'],
  'recorded: crimes by the month they were recorded. closed: outcomes by the month they were assigned. Never mixed.',
);

export const CohortMonth = Type.Object(
  {
    month: Type.String({ description: 'Month recorded, YYYY-MM.' }),
    crimes: Type.Integer({ description: 'Crimes recorded in it.' }),
    ageDays: Type.Integer({
      description: 'Age on the last day held of a crime recorded on its last day: the youngest it can hold.',
    }),
    young: Type.Boolean({ description: 'Younger than `maturesAfterDays`: outcomes are still to come.' }),
  },
  { $id: 'CohortMonth', description: 'Crimes recorded in one month, and how long they have been followed.' },
);

export const IncidencePoint = Type.Object(
  {
    day: Type.Integer({ description: 'Whole days since recording.' }),
    value: Type.Number({ description: 'Share that has ended this way by then, 0 to 1.' }),
    lower: nullable(Type.Number({ description: '95% limit; null while the share is 0.' })),
    upper: nullable(Type.Number({ description: '95% limit; null while the share is 0.' })),
  },
  { $id: 'IncidencePoint', description: 'A cumulative incidence on one day of follow-up.' },
);
export const IncidenceCurve = Type.Object(
  {
    cause: words(
      ['charged', 'oc15', 'oc16', 'other', 'none'],
      'How the crime ended; none: no outcome yet. The shares of one day sum to one.',
    ),
    label: Type.String({ description: 'In words.' }),
    points: Type.Array(IncidencePoint, { description: 'In order of days; empty where nothing is known.' }),
  },
  { $id: 'IncidenceCurve', description: 'Cumulative incidence of one outcome among competing ones.' },
);
export const StillOpen = Type.Object(
  {
    day: Type.Integer({ description: 'Whole days since recording.' }),
    crimes: nullable(
      Type.Integer({ description: 'Crimes that old with no outcome before that day; null where none is.' }),
    ),
  },
  { $id: 'StillOpen', description: 'Crimes still open and old enough to count on one day of follow-up.' },
);
export const FollowedCohort = Type.Object(
  {
    period: Type.String({
      description: 'As used in the parameters: P12M/2023-05, 2023/24-Q1, 2023-05, 2023-06..2023-11.',
    }),
    fromMonth: Type.String({ description: 'First month recorded.' }),
    toMonth: Type.String({ description: 'Last month recorded.' }),
    crimes: nullable(Type.Integer({ description: 'Crimes recorded; null where not every month is held.' })),
    open: nullable(Type.Integer({ description: 'Of them, with no outcome on the last day held.' })),
    ageDays: nullable(
      Type.Integer({ description: 'Age of the youngest crime, in days; null where none are followed.' }),
    ),
    knownToDay: nullable(Type.Integer({ description: 'Day the curves stop; null where there are none.' })),
    stops: nullable(
      words(
        ['horizon', 'too-few'],
        'Why the curves stop there. horizon: the last day asked for. too-few: fewer crimes than `leastAtRisk` are that old and still open.',
      ),
    ),
    curves: Type.Array(IncidenceCurve, {
      description: 'One per outcome, and no outcome yet; without points where none are followed.',
    }),
    stillOpen: Type.Array(StillOpen, { description: 'Every 60 days.' }),
    absent: Type.Optional(Absent),
  },
  { $id: 'FollowedCohort', description: 'Crimes recorded in one span, followed day by day.' },
);
const DifferenceSide = nullable(
  words(['higher', 'lower'], 'Which side the interval says it lies on; null: the two cannot be told apart.'),
);

export const IncidenceDifference = Type.Object(
  {
    cause: words(['charged', 'oc15', 'oc16'], 'How the crime ended.'),
    day: Type.Integer({
      description: 'Day of follow-up compared: `markedDay`, or the last one that both cohorts are known to.',
    }),
    estimate: nullable(Type.Number({ description: 'Share of the first cohort less that of the second.' })),
    lower: nullable(Type.Number({ description: 'Lower limit of the difference.' })),
    upper: nullable(Type.Number({ description: 'Upper limit of the difference.' })),
    confidence: Type.Number({ description: 'Level of the limits.' }),
    method: words(
      ['square-and-add'],
      'Limits of the difference from those of the two shares (Zou and Donner, 2008).',
    ),
    side: DifferenceSide,
    absent: nullable(
      words(
        ['not-collected', 'no-cases', 'too-few', 'not-comparable'],
        'Why there is no difference. too-few: no such outcome in one of them. not-comparable: they share months.',
      ),
    ),
  },
  { $id: 'IncidenceDifference', description: 'One outcome in one cohort less that of the other.' },
);
export const Incidence = Type.Object(
  {
    metric: Type.String({ description: 'Metric id.' }),
    horizonDays: Type.Integer({ description: 'Last day the curves can reach.' }),
    markedDay: Type.Integer({ description: 'Day at which cohorts are compared elsewhere on the page.' }),
    fewestFollowed: Type.Integer({ description: 'A cohort of fewer crimes is given no curves: `too-few`.' }),
    leastAtRisk: Type.Integer({
      description:
        'Curves stop where fewer crimes than this are still open and old enough, once crimes younger than that day have dropped out.',
    }),
    confidence: Type.Number({ description: 'Level of the limits.' }),
    method: words(['aalen-johansen'], 'Cumulative incidence of competing outcomes, limits on the log scale.'),
    cohorts: Type.Array(FollowedCohort, { description: 'The cohort, then the one it is set against.' }),
    differences: Type.Array(IncidenceDifference, { description: 'The cohort less the other, by outcome.' }),
    finding: Finding,
  },
  { $id: 'Incidence', description: 'How outcomes build up with time since recording.' },
);

export const RowDifference = Type.Object(
  {
    estimate: Type.Number({ description: 'Share of the row less that of the other rows together.' }),
    lower: nullable(Type.Number({ description: 'Lower limit of the difference.' })),
    upper: nullable(Type.Number({ description: 'Upper limit of the difference.' })),
    confidence: Type.Number({ description: 'Level of the limits: 0.998.' }),
    side: DifferenceSide,
  },
  { $id: 'RowDifference', description: 'A row of a table beside the other rows together.' },
);
export const OutcomeShare = Type.Object(
  {
    part: Type.String({ description: 'Part of the composition, as in the metric outcomes.mix.' }),
    label: Type.String({ description: 'In words.' }),
    value: nullable(Type.Number({ description: 'Share of the crimes of the row, 0 to 1.' })),
    numerator: Type.Integer({ description: 'Crimes of the part.' }),
    interval: Type.Optional(Interval),
    difference: Type.Optional(RowDifference),
    absent: Type.Optional(Absent),
  },
  { $id: 'OutcomeShare', description: 'One part of the outcomes of a group of crimes.' },
);
export const OutcomeRow = Type.Object(
  {
    code: Type.String({ description: 'Offence group or area code; `all` for every crime asked for.' }),
    label: Type.String({ description: 'In words.' }),
    crimes: Type.Integer({ description: 'Crimes recorded, or outcomes assigned on the closed basis.' }),
    shares: Type.Array(OutcomeShare, { description: 'The parts sum to one.' }),
  },
  { $id: 'OutcomeRow', description: 'Outcomes of one offence group or area.' },
);
export const OutcomeTable = Type.Object(
  {
    period: Type.String({ description: 'Span of the table, named as in the parameters.' }),
    fromMonth: Type.String({ description: 'First month.' }),
    toMonth: Type.String({ description: 'Last month.' }),
    ageDays: nullable(
      Type.Integer({ description: 'Age of the youngest crime, in days; null on the closed basis.' }),
    ),
    rows: Type.Array(OutcomeRow, { description: 'All crimes first, then the groups.' }),
    finding: Finding,
    absent: Type.Optional(Absent),
  },
  { $id: 'OutcomeTable', description: 'Outcomes of groups of crimes, side by side.' },
);

export const Cohorts = Type.Object(
  {
    release: Release,
    title: Type.String({ description: 'The crimes asked for, in words.' }),
    basis: Basis,
    show: words(['share', 'number'], 'What the composition gives as `value`.'),
    area: Type.String({ description: 'Area asked for.' }),
    areaName: Type.String({ description: 'In words.' }),
    areaSet: Type.String({ description: 'Dated set the area belongs to.' }),
    filter: Type.Record(Type.String(), Type.String(), {
      description: 'Filters in force; several members comma-separated.',
    }),
    heldTo: nullable(
      Type.String({ description: 'Last day the crimes are held to, YYYY-MM-DD: outcomes are as on it.' }),
    ),
    withinDays: Type.Integer({ description: 'Age in days at which months are compared.' }),
    maturesAfterDays: Type.Integer({ description: 'Age in days from which outcomes are no longer to come.' }),
    findings: Type.Object(
      { composition: Finding, atAge: nullable(Finding) },
      { description: 'Titles of the figures, made from what they hold; the others carry their own.' },
    ),
    composition: Series,
    months: Type.Array(CohortMonth, {
      description: 'Every month of the composition with its age; empty on the closed basis.',
    }),
    atAge: Type.Array(Series, {
      description: 'OC15, OC16 and charged at `withinDays`, one series each; empty on the closed basis.',
    }),
    incidence: nullable(Incidence),
    groups: OutcomeTable,
    areas: OutcomeTable,
  },
  { $id: 'Cohorts', description: 'Everything the attrition page shows: what becomes of recorded crimes.' },
);

export type CohortMonth = Type.Static<typeof CohortMonth>;
export type FollowedCohort = Type.Static<typeof FollowedCohort>;
export type IncidenceDifference = Type.Static<typeof IncidenceDifference>;
export type Incidence = Type.Static<typeof Incidence>;
export type IncidenceCurve = Type.Static<typeof IncidenceCurve>;
export type RowDifference = Type.Static<typeof RowDifference>;
export type OutcomeRow = Type.Static<typeof OutcomeRow>;
export type OutcomeShare = Type.Static<typeof OutcomeShare>;
export type OutcomeTable = Type.Static<typeof OutcomeTable>;
export type Cohorts = Type.Static<typeof Cohorts>;
