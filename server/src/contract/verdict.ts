import Type from 'typebox';
import { Comparison, nullable, words } from './common.ts';

export const Direction = words(
  ['up', 'down'],
  'Way a pattern points: high side or rising, low side or falling.',
);
export const RuleName = words(
  ['outside', 'trend', 'two-in-three', 'shift'],
  'outside: beyond a limit. trend: seven months rising or falling. two-in-three: two of three months near one limit. shift: seven months on one side of the average.',
);

export const Interval = Type.Object(
  {
    lower: nullable(Type.Number({ description: 'In the unit of the value; null where unbounded.' })),
    upper: nullable(Type.Number({ description: 'In the unit of the value; null where unbounded.' })),
    confidence: Type.Number({ description: 'Level, for example 0.95.' }),
    method: words(
      ['wilson', 'exact', 'byar', 'order-statistic', 'difference-of-medians', 'aalen-johansen'],
      'How the interval was worked out.',
    ),
    absent: nullable(words(['too-few'], 'Why a side has no limit: too few cases to bound it.')),
  },
  { $id: 'Interval', description: 'Values that the cases seen leave open.' },
);

export const Signal = Type.Object(
  { rule: RuleName, direction: Direction },
  { $id: 'Signal', description: 'A pattern that chance rarely makes.' },
);
export const SpcPoint = Type.Object(
  {
    period: Type.String({ description: 'Month, as in the points of the line.' }),
    judged: Type.Boolean({ description: 'Whether the rules were applied to it.' }),
    why: nullable(
      words(
        [
          'no-value',
          'provisional',
          'before-baseline',
          'too-few',
          'not-comparable',
          'too-sparse',
          'no-limits',
        ],
        'Why it is drawn but not judged. too-few: under 12 complete months in its stretch. not-comparable: the same after a break. too-sparse: under two cases a month. no-limits: its months hardly vary.',
      ),
    ),
    segment: Type.Integer({ description: 'Index into `segments`.' }),
    side: nullable(words(['above', 'below', 'on'], 'Side of the average.')),
    outside: Type.Boolean({ description: 'Beyond a limit.' }),
    sigmas: nullable(Type.Number({ description: 'Distance from the average; a limit stands at 3.' })),
    signals: Type.Array(Signal, { description: 'Rules that fired, the first names the point.' }),
  },
  { $id: 'SpcPoint', description: 'What the rules say of one month.' },
);
export const SpcSegment = Type.Object(
  {
    from: Type.String({ description: 'First month.' }),
    to: Type.String({ description: 'Last month.' }),
    start: words(
      ['series', 'rebase', 'break'],
      'What it begins with. break: the line is cut; nothing is joined or compared across.',
    ),
    mean: nullable(Type.Number({ description: 'Average, in the unit of the series.' })),
    lower: nullable(Type.Number({ description: 'Lower limit; never clipped at 0.' })),
    upper: nullable(Type.Number({ description: 'Upper limit; never clipped at 100%.' })),
    baseline: nullable(
      Type.Object(
        {
          from: Type.String({ description: 'First month.' }),
          to: Type.String({ description: 'Last month.' }),
          points: Type.Integer({ description: 'Complete months in it.' }),
        },
        { description: 'Months the average and limits come from.' },
      ),
    ),
    absent: nullable(
      words(
        ['too-few', 'no-variation', 'too-sparse', 'no-limits'],
        'Why there are no limits. too-few: under 12 complete months. no-variation: every month alike. too-sparse: under two cases a month on average, of a share on either side. no-limits: they would have no width.',
      ),
    ),
  },
  { $id: 'SpcSegment', description: 'A stretch of months with one average and one pair of limits.' },
);
export const Spc = Type.Object(
  {
    ruleSet: Type.Object(
      {
        id: Type.String({ description: 'Name, for example making-data-count-r.' }),
        version: Type.Integer({ description: 'Version.' }),
      },
      { description: 'Rules in use.' },
    ),
    segments: Type.Array(SpcSegment, { description: 'In time order; those that reach the months shown.' }),
    points: Type.Array(SpcPoint, { description: 'One per point of the line, in the same order.' }),
    notices: Type.Array(Type.String(), {
      description: 'Settings that could not be applied and cautions, in words.',
    }),
  },
  {
    $id: 'Spc',
    description:
      'Control limits and signals. Worked out over the whole monthly series: the months shown only crop it.',
  },
);
export const SpcAbsent = Type.Object(
  {
    reason: words(
      ['overlapping-periods', 'not-monthly', 'not-offered', 'no-months'],
      'overlapping-periods: neighbouring periods share cases. not-monthly: limits are monthly. not-offered: the metric has no monthly series. no-months: none is covered.',
    ),
    text: Type.String({ description: 'The reason in words.' }),
  },
  { $id: 'SpcAbsent', description: 'Why a line has no limits and no verdict.' },
);

export const variationKinds = [
  'improvement',
  'concern',
  'shift',
  'common-cause',
  'too-early',
  'not-comparable',
  'too-sparse',
] as const;
export const outlookKinds = [
  'likely-to-meet',
  'could-go-either-way',
  'likely-to-miss',
  'no-outlook',
  'no-target',
] as const;

export const VariationKind = words(
  variationKinds,
  'improvement, concern: a real change for the better or the worse. shift: a real change without an agreed direction. common-cause: usual movement. too-early: no verdict yet. not-comparable: no verdict yet after a break, or a data-quality check fails (`fault`). too-sparse: too few cases, or no usual range, to judge by.',
);
export const OutlookKind = words(
  outlookKinds,
  'Where the usual range lies against the target. no-outlook: there is a target, but no range to hold against it; `reason` says why.',
);

const QualityFault = Type.Object(
  {
    check: Type.String({ description: 'arrival-missing, out-of-order …' }),
    period: Type.String({ description: 'Period checked.' }),
    numerator: Type.Integer({ description: 'Rows at fault.' }),
    denominator: Type.Integer({ description: 'Rows checked.' }),
    tolerance: Type.Number({ description: 'Share allowed.' }),
  },
  { description: 'The data-quality check that fails, where that is why nothing is said.' },
);

export const Variation = Type.Object(
  {
    kind: VariationKind,
    word: Type.String({
      description:
        'Better, Worse, Shift ↑, Shift ↑, as intended, No real change, Too early, Too few to judge …',
    }),
    at: nullable(
      Type.String({
        description: 'Month judged: the latest complete one. Provisional months are not judged.',
      }),
    ),
    direction: nullable(Direction),
    intended: nullable(
      Type.Boolean({
        description: 'Whether a shift goes the way the force said it meant; null: none recorded.',
      }),
    ),
    intention: nullable(
      Type.Object(
        {
          direction: Direction,
          date: Type.String({ description: 'Day it was said, YYYY-MM-DD.' }),
          text: Type.String({ description: 'What was said.' }),
          source: Type.String({ description: 'Where it is written.' }),
        },
        { description: 'The way the force has said it means the measure to move.' },
      ),
    ),
    rule: nullable(RuleName),
    ruleWords: nullable(
      Type.String({ description: 'The pattern in words: below its average for nine months running.' }),
    ),
    since: nullable(
      Type.String({ description: 'First month of the pattern, or of the line after a break.' }),
    ),
    sigmas: nullable(
      Type.Number({ description: 'Distance of the month from the average; a limit stands at 3.' }),
    ),
    points: Type.Integer({ description: 'Complete months in the stretch, up to the month judged.' }),
    needed: Type.Integer({ description: 'Complete months a verdict needs.' }),
    fault: Type.Optional(QualityFault),
    sentence: Type.String({ description: 'The verdict in one sentence, with its numbers.' }),
  },
  { $id: 'Variation', description: 'Whether a figure has really changed.' },
);
export const Outlook = Type.Object(
  {
    kind: OutlookKind,
    word: Type.String({
      description: 'Likely to meet, Could go either way, Level is changing; no outlook yet …',
    }),
    reason: nullable(
      words(
        ['level-changing', 'too-early', 'not-comparable', 'no-limits'],
        'Why there is no outlook although there is a target.',
      ),
    ),
    target: nullable(
      Type.Object(
        { comparison: Comparison, value: Type.Number({ description: 'In the unit of the series.' }) },
        { description: 'Target in force in the month judged.' },
      ),
    ),
    met: nullable(Type.Boolean({ description: 'Whether the month judged met it; null without a target.' })),
    monthsMissed: Type.Integer({
      description: 'Complete months running, to the month judged, that missed it.',
    }),
    sentence: Type.String({ description: 'The outlook in one sentence, with its numbers.' }),
  },
  { $id: 'Outlook', description: 'What the usual range says about the target.' },
);

export const AreaFlag = Type.Object(
  {
    period: Type.String({ description: 'Period compared.' }),
    side: nullable(
      words(
        ['higher', 'lower'],
        'Which side of the other areas it lies, beyond chance; null: not told apart.',
      ),
    ),
    word: nullable(
      words(
        ['worse', 'better', 'higher', 'lower'],
        'The side by the direction the force has recorded; higher or lower where it has recorded none.',
      ),
    ),
    comparison: words(['difference', 'ratio'], 'What `estimate` and its limits are.'),
    estimate: nullable(
      Type.Number({
        description: 'Difference from the other areas in the unit, or ratio of its rate to theirs.',
      }),
    ),
    lower: nullable(Type.Number({ description: 'Lower limit of the estimate; null where unbounded.' })),
    upper: nullable(Type.Number({ description: 'Upper limit of the estimate; null where unbounded.' })),
    confidence: Type.Number({ description: 'Level of the limits: 0.998.' }),
    comparedWith: Type.String({ description: 'What it is set beside: the other four areas together.' }),
    per: nullable(Type.String({ description: 'What a count is divided by; null where it is none.' })),
    provisional: Type.Boolean({ description: 'Whether the period may still move.' }),
    standing: Type.Boolean({ description: 'A lasting difference, listed once as standing and not as news.' }),
    absent: nullable(
      words(
        [
          'not-collected',
          'no-cases',
          'no-other-areas',
          'too-few',
          'no-population',
          'not-applicable',
          'data-quality',
        ],
        'Why no comparison could be made. no-population: no crimes to divide the count by are known. data-quality: a check that bears on the figure fails, see `fault`.',
      ),
    ),
    fault: Type.Optional(QualityFault),
    sentence: Type.String({ description: 'The comparison in one sentence, with its numbers.' }),
  },
  { $id: 'AreaFlag', description: 'An area against the other areas of the force together.' },
);

export const Finding = Type.Object(
  {
    statement: Type.String({ description: 'The finding, made from the output of a rule.' }),
    evidence: Type.String({ description: 'The numbers it rests on.' }),
  },
  { $id: 'Finding', description: 'The title of a figure.' },
);

export type QualityFault = Type.Static<typeof QualityFault>;
export type DirectionName = Type.Static<typeof Direction>;
export type RuleWord = Type.Static<typeof RuleName>;
export type Interval = Type.Static<typeof Interval>;
export type Spc = Type.Static<typeof Spc>;
export type SpcPoint = Type.Static<typeof SpcPoint>;
export type SpcSegment = Type.Static<typeof SpcSegment>;
export type SpcAbsent = Type.Static<typeof SpcAbsent>;
export type Variation = Type.Static<typeof Variation>;
export type Outlook = Type.Static<typeof Outlook>;
export type AreaFlag = Type.Static<typeof AreaFlag>;
export type Finding = Type.Static<typeof Finding>;
export type VariationKindName = Type.Static<typeof VariationKind>;
export type OutlookKindName = Type.Static<typeof OutlookKind>;
