import Type from 'typebox';
import { Area, AreaSet } from './area.ts';
import { Grain, Kind, nullable, Polarity, Unit, words } from './common.ts';
import { QualityCheck, Target } from './measure.ts';
import { Release } from './release.ts';
import { Point } from './series.ts';
import { AreaFlag, Finding } from './verdict.ts';

const parameters = Type.Record(Type.String(), Type.String(), {
  description: 'Parameters of the measure page that shows the same figure.',
});
const unitOfEstimate = 'In the unit of the estimate; null where unbounded.';

export const StatedReason = Type.Object(
  {
    reason: words(
      [
        'not-asked',
        'not-collected',
        'no-cases',
        'no-other-areas',
        'no-population',
        'no-variation',
        'too-few',
        'not-by-area',
        'not-comparable',
        'not-a-share',
        'suppressed',
        'data-quality',
      ],
      'Why something is not shown. not-by-area: the source is not divided by area. not-a-share: a funnel needs a share or a rate. no-population: no crimes to divide the count by are known.',
    ),
    text: Type.String({ description: 'The reason in words.' }),
  },
  { $id: 'StatedReason', description: 'Why something is not shown.' },
);

export const PeriodDifference = Type.Object(
  {
    against: Type.String({ description: 'Earlier period.' }),
    comparison: words(['difference', 'ratio'], 'What `estimate` and its limits are.'),
    estimate: nullable(
      Type.Number({
        description: 'Later less earlier in the unit, or ratio of the later rate to the earlier.',
      }),
    ),
    lower: nullable(Type.Number({ description: unitOfEstimate })),
    upper: nullable(Type.Number({ description: unitOfEstimate })),
    confidence: Type.Number({ description: 'Level of the limits: 0.998.' }),
    side: nullable(
      words(['higher', 'lower'], 'Way it moved, beyond chance; null: the movement could be chance.'),
    ),
    word: nullable(
      words(
        ['worse', 'better', 'higher', 'lower'],
        'The side by the direction the force has recorded; higher or lower where it has recorded none.',
      ),
    ),
    absent: nullable(StatedReason),
    sentence: Type.String({ description: 'The movement in one sentence, with its numbers.' }),
  },
  { $id: 'PeriodDifference', description: 'A period against the equal period a year before.' },
);

export const ComparedArea = Type.Object(
  {
    area: Type.String({ description: 'Area code.' }),
    point: Point,
    earlier: Point,
    change: PeriodDifference,
    flag: AreaFlag,
  },
  {
    $id: 'ComparedArea',
    description: 'One area: its value now and a year before, with 95% intervals, and its flag.',
  },
);

export const FunnelLine = Type.Object(
  {
    side: words(['lower', 'upper'], 'Which limit.'),
    level: Type.Number({ description: '0.95 or 0.998.' }),
    points: Type.Array(
      Type.Object(
        {
          denominator: Type.Number({ description: 'Place on the horizontal axis.' }),
          value: Type.Number({ description: 'Height, in the unit of the funnel.' }),
        },
        { description: 'A place on the line.' },
      ),
      { description: 'From the smallest denominator to the largest.' },
    ),
  },
  { $id: 'FunnelLine', description: 'One drawn limit of a funnel.' },
);
export const FunnelPoint = Type.Object(
  {
    area: Type.String({ description: 'Area code.' }),
    numerator: Type.Number({ description: 'Cases counted.' }),
    denominator: Type.Number({ description: 'Cases counted among; place on the horizontal axis.' }),
    value: Type.Number({ description: 'Height, in the unit of the funnel.' }),
    outside: nullable(
      Type.Object(
        {
          side: words(['high', 'low'], 'Above the upper or below the lower line.'),
          level: Type.Number({ description: 'The widest pair of lines it is outside of: 0.95 or 0.998.' }),
        },
        { description: 'Where it lies outside a drawn line.' },
      ),
    ),
    differs: Type.Boolean({
      description:
        'True where the side of the 99.8% line and the flag disagree: the line is about all areas together, the flag about the other areas.',
    }),
  },
  { $id: 'FunnelPoint', description: 'One area in a funnel.' },
);
export const Funnel = Type.Object(
  {
    unit: Unit,
    denominatorText: Type.String({ description: 'What the horizontal axis counts, in words.' }),
    baseline: Type.Number({ description: 'All numerators over all denominators, in the unit.' }),
    lines: Type.Array(FunnelLine, { description: 'Lower and upper at 95% and 99.8%.' }),
    points: Type.Array(FunnelPoint, {
      description: "In the force's own order; areas without cases are left out.",
    }),
    caption: Type.String({ description: 'What the lines are, and where a point and its flag differ.' }),
  },
  { $id: 'Funnel', description: 'Areas by size, with the lines chance would draw about their common value.' },
);

export const AreaPlaces = Type.Object(
  {
    area: Type.String({ description: 'Area code.' }),
    from: nullable(
      Type.Integer({
        description: 'Highest place chance leaves open (1: highest value); null without cases.',
      }),
    ),
    to: nullable(Type.Integer({ description: 'Lowest place chance leaves open; null without cases.' })),
  },
  { $id: 'AreaPlaces', description: 'The places in the order of values that chance leaves open to an area.' },
);
export const ToldApart = Type.Object(
  {
    answer: words(
      ['yes', 'no', 'no-answer'],
      'Whether some area can be told from another beyond chance. no-answer: `absent` says why.',
    ),
    chanceOfNoise: nullable(
      Type.Number({ description: 'How often areas of one true value would lie as far apart or further.' }),
    ),
    places: Type.Array(AreaPlaces, { description: "In the force's own order." }),
    smallestGap: nullable(
      Type.Object(
        {
          gap: Type.Number({ description: 'In `unit`.' }),
          unit: Unit,
          power: Type.Number({ description: 'Chance with which it would be shown if it were there.' }),
        },
        { description: 'The smallest difference between two of these areas that this much data would show.' },
      ),
    ),
    absent: nullable(StatedReason),
    statement: Type.String({ description: 'The answer in one sentence.' }),
    sentences: Type.Array(Type.String(), { description: 'Its numbers in words, a sentence each.' }),
  },
  { $id: 'ToldApart', description: 'Can these areas be told apart?' },
);

export const ComparisonPanel = Type.Object(
  {
    metric: Type.String({ description: 'Metric id.' }),
    title: Type.String({ description: 'Metric and filters in words.' }),
    kind: Kind,
    statistic: Type.String({ description: 'What is read from the cases.' }),
    filter: Type.Record(Type.String(), Type.String(), {
      description: 'Every filter and choice in force, defaults included.',
    }),
    parameters,
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    polarity: Polarity,
    grain: Grain,
    lagMonths: Type.Integer({
      description: 'Months by which its latest complete period lags the month asked for.',
    }),
    period: Type.String({ description: 'Period shown.' }),
    earlierPeriod: Type.String({ description: 'Period of equal length a year before.' }),
    whole: Point,
    wholeEarlier: Point,
    areas: Type.Array(ComparedArea, { description: "In the force's own order." }),
    per: nullable(
      Type.String({ description: 'What a count is divided by to compare areas; null where it is not.' }),
    ),
    target: nullable(Target),
    funnel: nullable(Funnel),
    funnelAbsent: nullable(StatedReason),
    toldApart: ToldApart,
    findings: Type.Object(
      { areas: Finding, change: Finding },
      { description: 'areas: the areas against each other. change: against a year before.' },
    ),
    cautions: Type.Array(Type.String(), { description: 'Read before comparing.' }),
    quality: Type.Array(QualityCheck, { description: 'Checks on these rows that are outside tolerance.' }),
    absent: nullable(StatedReason),
  },
  { $id: 'ComparisonPanel', description: 'One measure over the areas, now and a year before.' },
);

const range = Type.Object(
  {
    lower: nullable(Type.Number({ description: 'Lowest position chance explains; null where unbounded.' })),
    upper: nullable(Type.Number({ description: 'Highest position chance explains; null where unbounded.' })),
  },
  { description: 'Positions that chance would give an area of that size.' },
);
export const StripCell = Type.Object(
  {
    area: Type.String({ description: 'Area code.' }),
    point: Point,
    flag: AreaFlag,
    position: nullable(
      Type.Number({
        description: "Where the mark stands: the area's value, or the ratio of its rate to the others'.",
      }),
    ),
    centre: nullable(
      Type.Number({ description: 'The other areas together: their value, or 1 for a ratio.' }),
    ),
    expected95: nullable(range),
    expected998: nullable(range),
    beyond: nullable(
      Type.Number({
        description: 'Widest range it lies outside of: 0.95 or 0.998 (as `flag`); null: inside both.',
      }),
    ),
    side: nullable(
      words(['left', 'right'], 'Side of the centre on which a mark beyond 95% is drawn; null: inside.'),
    ),
    text: Type.String({ description: 'The cell in words, for those who do not see the strip.' }),
  },
  { $id: 'StripCell', description: 'One area in a position strip.' },
);
export const StripRow = Type.Object(
  {
    id: Type.String({ description: 'Row id, as on the board.' }),
    label: Type.String({ description: 'Name in words.' }),
    detail: Type.String({ description: 'Unit and population in words.' }),
    metric: Type.String({ description: 'Metric id.' }),
    parameters,
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    polarity: Polarity,
    lagMonths: Type.Integer({ description: 'Months the row lags the month asked for.' }),
    period: Type.String({ description: 'Period shown.' }),
    whole: Point,
    per: nullable(
      Type.String({ description: 'What a count is divided by to compare areas; null where it is not.' }),
    ),
    right: words(
      ['higher', 'lower'],
      'What stands on the right: the direction the force has recorded; higher where it has recorded none.',
    ),
    reach: nullable(
      Type.Number({
        description: 'Largest distance of a mark or a range from its centre: half the width of a strip.',
      }),
    ),
    cells: Type.Array(StripCell, { description: "In the force's own order." }),
    absent: nullable(StatedReason),
  },
  { $id: 'StripRow', description: 'One measure over all areas.' },
);
export const StripGroup = Type.Object(
  {
    label: Type.String({ description: 'Heading.' }),
    rows: Type.Array(StripRow, { description: 'In board order.' }),
  },
  { $id: 'StripGroup', description: 'A family of measures.' },
);
export const Strips = Type.Object(
  {
    finding: Finding,
    comparisons: Type.Integer({ description: 'Cells in which an area could be compared.' }),
    beyond998: Type.Integer({ description: 'Of these, beyond 99.8%.' }),
    beyond95: Type.Integer({ description: 'Of these, beyond 95% but not 99.8%.' }),
    expected95: Type.Number({ description: 'How many chance alone would put beyond 95%.' }),
    expected998: Type.Number({ description: 'How many chance alone would put beyond 99.8%.' }),
    groups: Type.Array(StripGroup, { description: 'In board order.' }),
  },
  { $id: 'Strips', description: 'Every board measure over every area, twelve months to its latest.' },
);

export const AreaSetOffered = Type.Object(
  {
    ...AreaSet.properties,
    label: Type.String({ description: 'Five local policing areas.' }),
    shown: Type.Boolean({ description: 'The set of this reply.' }),
    inForce: Type.Boolean({ description: 'In force at the end of the month asked for.' }),
  },
  { $id: 'AreaSetOffered', description: 'A dated division of the force that can be shown.' },
);
export const Comparison = Type.Object(
  {
    release: Release,
    month: Type.String({ description: 'Month the figures reach, where they do not lag.' }),
    months: Type.Array(Type.String(), { description: 'Every month the release can show, oldest first.' }),
    grain: Grain,
    areaSet: Type.String({ description: 'Area set shown.' }),
    areaSets: Type.Array(AreaSetOffered, { description: 'Oldest first.' }),
    parent: Area,
    areas: Type.Array(Area, { description: "Areas compared, in the force's own order: never by value." }),
    title: Type.String({ description: 'Five areas, and what chance can explain.' }),
    finding: Finding,
    main: ComparisonPanel,
    second: nullable(ComparisonPanel),
    secondAbsent: nullable(StatedReason),
    strips: Strips,
  },
  { $id: 'Comparison', description: 'Areas of the force beside each other, and what chance can explain.' },
);

export type StatedReason = Type.Static<typeof StatedReason>;
export type PeriodDifference = Type.Static<typeof PeriodDifference>;
export type ComparedArea = Type.Static<typeof ComparedArea>;
export type FunnelLine = Type.Static<typeof FunnelLine>;
export type FunnelPoint = Type.Static<typeof FunnelPoint>;
export type Funnel = Type.Static<typeof Funnel>;
export type ToldApart = Type.Static<typeof ToldApart>;
export type ComparisonPanel = Type.Static<typeof ComparisonPanel>;
export type StripCell = Type.Static<typeof StripCell>;
export type StripRow = Type.Static<typeof StripRow>;
export type Strips = Type.Static<typeof Strips>;
export type AreaSetOffered = Type.Static<typeof AreaSetOffered>;
export type Comparison = Type.Static<typeof Comparison>;
