import type { TSchema } from 'typebox';
import { Area, AreaSet, Areas, Force } from '../contract/area.ts';
import { AreaFinding, AreaGroup, AreaPage, AreaRow, TimePart, TimeParts } from '../contract/area-page.ts';
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
import {
  CohortMonth,
  Cohorts,
  FollowedCohort,
  Incidence,
  IncidenceCurve,
  IncidenceDifference,
  IncidencePoint,
  OutcomeRow,
  OutcomeShare,
  OutcomeTable,
  RowDifference,
  StillOpen,
} from '../contract/cohort.ts';
import {
  AreaPlaces,
  AreaSetOffered,
  ComparedArea,
  Comparison,
  ComparisonPanel,
  Funnel,
  FunnelLine,
  FunnelPoint,
  PeriodDifference,
  StatedReason,
  StripCell,
  StripGroup,
  StripRow,
  Strips,
  ToldApart,
} from '../contract/comparison.ts';
import { Health } from '../contract/health.ts';
import { Annotation, Change, MeasurePage, QualityCheck, Target } from '../contract/measure.ts';
import {
  Citation,
  LineRule,
  Method,
  MethodExample,
  MethodFigure,
  Methods,
  RulePattern,
  RuleSetExample,
  RuleSetPoint,
  RuleSetReading,
  RuleSetText,
} from '../contract/methods.ts';
import { Catalogue, Dimension, Member, Metric, Rule, Statistic } from '../contract/metric.ts';
import { Problem } from '../contract/problem.ts';
import { FeedHeld, Release, ReleaseState, ReleaseSummary, Releases } from '../contract/release.ts';
import { KeyedSeries, Point, Revision, Series, Side } from '../contract/series.ts';
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
  AreaFinding,
  AreaFlag,
  AreaGroup,
  AreaPage,
  AreaPlaces,
  AreaRow,
  Areas,
  AreaSet,
  AreaSetOffered,
  AreaValue,
  Board,
  BoardException,
  BoardGroup,
  BoardRow,
  Catalogue,
  Change,
  CohortMonth,
  Cohorts,
  Citation,
  ComparedArea,
  Comparison,
  ComparisonPanel,
  Dimension,
  FalseAlarm,
  FeedHeld,
  Finding,
  FollowedCohort,
  Force,
  Funnel,
  FunnelLine,
  FunnelPoint,
  GlanceCell,
  Health,
  Incidence,
  IncidenceCurve,
  IncidenceDifference,
  IncidencePoint,
  Interval,
  KeyedSeries,
  LineRule,
  MeasurePage,
  Member,
  Method,
  MethodExample,
  MethodFigure,
  Methods,
  Metric,
  OutcomeRow,
  OutcomeShare,
  OutcomeTable,
  Outlook,
  PeriodDifference,
  Point,
  Problem,
  QualityCheck,
  Release,
  Releases,
  ReleaseState,
  ReleaseSummary,
  Revision,
  RowDifference,
  Rule,
  RulePattern,
  RuleSetExample,
  RuleSetPoint,
  RuleSetReading,
  RuleSetText,
  Series,
  Side,
  Signal,
  Spc,
  SpcAbsent,
  SpcPoint,
  SpcSegment,
  StandingDifference,
  StatedReason,
  Statistic,
  Steady,
  StillOpen,
  StripCell,
  StripGroup,
  StripRow,
  Strips,
  Target,
  TimePart,
  TimeParts,
  ToldApart,
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
