import Type from 'typebox';
import { nullable, Unit, words } from './common.ts';
import { Rule } from './metric.ts';
import { Point } from './series.ts';
import { RuleName } from './verdict.ts';

const parameters = Type.Record(Type.String(), Type.String(), {
  description: 'Parameters of the measure page that shows the same figure.',
});

export const Citation = Type.Object(
  {
    text: Type.String({ description: 'Author, year, work and place.' }),
    repository: nullable(
      Type.String({ description: 'Public repository, owner/name; null for a publication.' }),
    ),
    path: nullable(Type.String({ description: 'File in the repository; null for a publication.' })),
  },
  { $id: 'Citation', description: 'Where a method comes from.' },
);
export const MethodFigure = Type.Object(
  {
    label: Type.String({ description: 'What the number is.' }),
    value: nullable(Type.Number({ description: 'Unrounded; null where `text` says why.' })),
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    isDifference: Type.Boolean({
      description: 'A difference of two values or its limit: one of fractions is in percentage points.',
    }),
    text: nullable(Type.String({ description: 'Words instead of, or beside, the number.' })),
  },
  { $id: 'MethodFigure', description: 'One number of a live example.' },
);
export const MethodExample = Type.Object(
  {
    statement: Type.String({ description: 'The example in one sentence.' }),
    figures: Type.Array(MethodFigure, { description: 'Its numbers.' }),
    metric: nullable(Type.String({ description: 'Metric id of the measure page; null where it is none.' })),
    parameters,
  },
  { $id: 'MethodExample', description: 'A method applied to the live release.' },
);
export const Method = Type.Object(
  {
    id: Type.String({ description: 'For example wilson.' }),
    version: Type.Integer({ description: 'Version.' }),
    group: words(
      ['change', 'interval', 'difference', 'areas', 'cohort', 'false-alarms', 'time'],
      'What it is for.',
    ),
    label: Type.String({ description: 'Name in words.' }),
    does: Type.String({ description: 'What it answers, in plain words.' }),
    formula: Type.String({ description: 'How, in words.' }),
    sources: Type.Array(Citation, { description: 'Where it comes from.' }),
    edgeCases: Type.Array(Type.String(), { description: 'What it says where there is little to go by.' }),
    example: nullable(MethodExample),
    exampleAbsent: nullable(
      Type.String({ description: 'Why there is no live example; null where there is one.' }),
    ),
  },
  { $id: 'Method', description: 'One method in plain words.' },
);

export const RuleSetPoint = Type.Object(
  {
    period: Type.String({ description: 'Month, as in the points of the series.' }),
    mean: nullable(Type.Number({ description: 'Centre line; null where there is none.' })),
    lower: nullable(Type.Number({ description: 'Lower limit; null where there is none.' })),
    upper: nullable(Type.Number({ description: 'Upper limit; null where there is none.' })),
    signals: Type.Array(
      Type.Object(
        {
          rule: Type.String({ description: 'Rule id of the set.' }),
          direction: nullable(words(['up', 'down'], 'Way it points; null for a rule of the whole line.')),
        },
        { description: 'A rule that fired.' },
      ),
      { description: 'Rules that fired; the first names the point.' },
    ),
    agrees: Type.Boolean({
      description: 'Whether it calls the month as the rule set in use does: signal or none.',
    }),
  },
  { $id: 'RuleSetPoint', description: 'What one rule set says of one month.' },
);
export const RuleSetText = Type.Object(
  {
    id: Type.String({ description: 'For example making-data-count-r.' }),
    version: Type.Integer({ description: 'Version.' }),
    label: Type.String({ description: 'Name in words.' }),
    tool: Type.String({ description: 'Program and version whose rules they are.' }),
    inUse: Type.Boolean({ description: 'The set every verdict here is made with.' }),
    does: Type.String({ description: 'What it does, in plain words.' }),
    limits: Type.String({ description: 'How centre and limits are drawn, in words.' }),
    rules: Type.Array(Rule, { description: 'Each rule in words; `term` is its id.' }),
    sources: Type.Array(Citation, { description: 'Where it comes from.' }),
    edgeCases: Type.Array(Type.String(), { description: 'Gaps, short series, ties and faults.' }),
    differences: Type.Array(Type.String(), { description: 'How and why it differs from the set in use.' }),
  },
  { $id: 'RuleSetText', description: 'One rule set in plain words.' },
);
export const LineRule = Type.Object(
  {
    rule: Type.String({ description: 'Rule id of the set.' }),
    value: Type.Number({ description: 'Seen: points in the longest run, or crossings of the centre.' }),
    bound: Type.Number({ description: 'Most or fewest that chance usually gives a line of this length.' }),
    fired: Type.Boolean({ description: 'Whether it calls the line shifted.' }),
    text: Type.String({ description: 'In words.' }),
  },
  { $id: 'LineRule', description: 'A rule about the line as a whole.' },
);
export const RuleSetReading = Type.Object(
  {
    id: Type.String({ description: 'Rule set id.' }),
    version: Type.Integer({ description: 'Version.' }),
    label: Type.String({ description: 'Name in words.' }),
    settings: Type.String({ description: 'What the program is told, in words.' }),
    outcome: words(['judged', 'stopped'], 'stopped: the program ends with an error on this series.'),
    stoppedText: nullable(Type.String({ description: 'Why it stopped; null where it did not.' })),
    points: Type.Array(RuleSetPoint, { description: 'One per point of the series; empty where it stopped.' }),
    lineRules: Type.Array(LineRule, { description: 'Rules about the line as a whole; most sets have none.' }),
    signals: Type.Integer({ description: 'Months it flags.' }),
    disagrees: Type.Integer({ description: 'Months it calls otherwise than the set in use.' }),
    statement: Type.String({ description: 'What it shows on this series, in one sentence.' }),
    why: Type.String({ description: 'Why that differs from the set in use, or that it does not.' }),
  },
  { $id: 'RuleSetReading', description: 'What one rule set shows on one series.' },
);
export const RuleSetExample = Type.Object(
  {
    madeUp: Type.Boolean({
      description: 'A made-up series that shows where the programs part; the others are live.',
    }),
    metric: nullable(
      Type.String({ description: 'Metric id of the measure page; null for the made-up series.' }),
    ),
    title: Type.String({ description: 'Metric, filters and area in words.' }),
    parameters,
    unit: Unit,
    decimals: Type.Integer({ description: 'Places to show.' }),
    points: Type.Array(Point, { description: 'Every month of the series.' }),
    note: Type.String({ description: 'Which months the example takes, and why.' }),
    readings: Type.Array(RuleSetReading, { description: 'One per rule set, the set in use first.' }),
  },
  { $id: 'RuleSetExample', description: 'One series under every rule set.' },
);
export const RulePattern = Type.Object(
  { rule: RuleName, text: Type.String({ description: 'In words.' }) },
  { $id: 'RulePattern', description: 'A rule of the set in use, as it is named in verdicts.' },
);
export const Methods = Type.Object(
  {
    release: nullable(
      Type.Integer({ description: 'Release the examples are read from; null before the first.' }),
    ),
    synthetic: Type.Boolean({ description: 'True when the examples are demonstration data.' }),
    ruleSets: Type.Array(RuleSetText, { description: 'The set in use first.' }),
    patterns: Type.Array(RulePattern, { description: 'Rules of the set in use, in order of precedence.' }),
    examples: Type.Array(RuleSetExample, {
      description: 'Series under every rule set: live ones once there is a release, then the made-up one.',
    }),
    methods: Type.Array(Method, { description: 'Every other method, by group.' }),
  },
  { $id: 'Methods', description: 'Rule sets and methods in plain words, with live examples.' },
);

export type Citation = Type.Static<typeof Citation>;
export type LineRule = Type.Static<typeof LineRule>;
export type MethodFigure = Type.Static<typeof MethodFigure>;
export type MethodExample = Type.Static<typeof MethodExample>;
export type Method = Type.Static<typeof Method>;
export type RuleSetPoint = Type.Static<typeof RuleSetPoint>;
export type RuleSetText = Type.Static<typeof RuleSetText>;
export type RuleSetReading = Type.Static<typeof RuleSetReading>;
export type RuleSetExample = Type.Static<typeof RuleSetExample>;
export type Methods = Type.Static<typeof Methods>;
