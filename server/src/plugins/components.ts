import type { TSchema } from 'typebox';
import { Area, AreaSet, Areas, Force } from '../contract/area.ts';
import {
  AreaValue,
  Board,
  BoardException,
  BoardGroup,
  BoardRow,
  FalseAlarm,
  GlanceCell,
  StandingDifference,
  Steady,
} from '../contract/board.ts';
import { Health } from '../contract/health.ts';
import { Annotation, Change, MeasurePage, QualityCheck, Target } from '../contract/measure.ts';
import { Catalogue, Dimension, Member, Metric, Rule, Statistic } from '../contract/metric.ts';
import { Problem } from '../contract/problem.ts';
import { FeedHeld, Release, ReleaseState, ReleaseSummary, Releases } from '../contract/release.ts';
import { KeyedSeries, Point, Series } from '../contract/series.ts';
import {
  AreaFlag,
  Finding,
  Interval,
  Outlook,
  Signal,
  Spc,
  SpcAbsent,
  SpcPoint,
  SpcSegment,
  Variation,
} from '../contract/verdict.ts';

/** Every named schema of the contract. */
export const contractSchemas = {
  Annotation,
  Area,
  AreaFlag,
  AreaSet,
  Areas,
  AreaValue,
  Board,
  BoardException,
  BoardGroup,
  BoardRow,
  Catalogue,
  Change,
  Dimension,
  FalseAlarm,
  FeedHeld,
  Finding,
  Force,
  GlanceCell,
  Health,
  Interval,
  KeyedSeries,
  MeasurePage,
  Member,
  Metric,
  Outlook,
  Point,
  Problem,
  QualityCheck,
  Release,
  ReleaseState,
  ReleaseSummary,
  Releases,
  Rule,
  Series,
  Signal,
  Spc,
  SpcAbsent,
  SpcPoint,
  SpcSegment,
  StandingDifference,
  Statistic,
  Steady,
  Target,
  Variation,
} satisfies Record<string, TSchema>;

export type SchemaName = keyof typeof contractSchemas;

/** A reference to a named schema, as a route's response. */
export const ref = (name: SchemaName) => ({ $ref: `${name}#` });

/**
 * The contract as OpenAPI components: a named schema inside another becomes a reference, and a record
 * becomes `additionalProperties`, which type generators understand where they ignore `patternProperties`.
 */
export function toComponents(): Record<string, unknown>[] {
  return Object.entries(contractSchemas).map(([name, schema]) => toComponent(schema, name));
}

function toComponent(schema: object, self: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) =>
      key === 'patternProperties'
        ? ['additionalProperties', lift(Object.values(value as object)[0], self)]
        : [key, lift(value, self)],
    ),
  );
}

function lift(value: unknown, self: string): unknown {
  if (Array.isArray(value)) return value.map((item) => lift(item, self));
  if (typeof value !== 'object' || value === null) return value;
  const id = (value as { $id?: string }).$id;
  return id !== undefined && id !== self ? { $ref: `${id}#` } : toComponent(value, self);
}
