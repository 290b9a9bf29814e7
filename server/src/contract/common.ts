import Type, { type TEnum, type TSchema } from 'typebox';

/** A closed list of words, as an OpenAPI `enum`. */
export const words = <const T extends readonly string[]>(values: T, description: string): TEnum<[...T]> =>
  Type.Enum<[...T]>([...values], { description });

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Grain = words(
  ['month', 'quarter', 'financial-year', 'financial-year-to-date', 'rolling-3', 'rolling-12'],
  'Length of a period. Quarters and years are financial (from April).',
);
export const Unit = words(
  ['seconds', 'days', 'fraction', 'count', 'per-100', 'per-1000'],
  'Unit of every value of the measure. Fractions are 0 to 1.',
);
export const Polarity = words(
  ['higher-is-better', 'lower-is-better', 'neutral'],
  'Which direction the force has recorded as better, if any.',
);
export const Kind = words(
  ['count', 'rate', 'proportion', 'composition', 'duration', 'snapshot', 'cohort', 'distinct', 'difference'],
  'How the metric is counted and how it adds up.',
);
export const Absent = words(
  ['not-collected', 'no-cases', 'too-few', 'suppressed', 'not-applicable', 'not-comparable'],
  'Why there is no value.',
);
export const Status = words(
  ['provisional', 'immature', 'revised', 'estimated'],
  'A mark that accompanies a value.',
);
export const ProvisionalReason = words(
  ['in-progress', 'survey-lag', 'late-rows'],
  'Why a provisional value may still move.',
);
export const Comparison = words(['>=', '<='], 'Side of the target that meets it.');

export type GrainName = Type.Static<typeof Grain>;
export type UnitName = Type.Static<typeof Unit>;
export type PolarityName = Type.Static<typeof Polarity>;
export type KindName = Type.Static<typeof Kind>;
export type AbsentReason = Type.Static<typeof Absent>;
export type StatusName = Type.Static<typeof Status>;
export type ProvisionalReasonName = Type.Static<typeof ProvisionalReason>;
