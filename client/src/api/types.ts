import type { components } from './generated/schema.ts';

type Schemas = components['schemas'];

export type Annotation = Schemas['Annotation'];
export type Area = Schemas['Area'];
export type Areas = Schemas['Areas'];
export type Board = Schemas['Board'];
export type BoardGroup = Schemas['BoardGroup'];
export type BoardRow = Schemas['BoardRow'];
export type Catalogue = Schemas['Catalogue'];
export type Change = Schemas['Change'];
export type Dimension = Schemas['Dimension'];
export type KeyedSeries = Schemas['KeyedSeries'];
export type MeasurePage = Schemas['MeasurePage'];
export type Metric = Schemas['Metric'];
export type Point = Schemas['Point'];
export type Problem = Schemas['Problem'];
export type QualityCheck = Schemas['QualityCheck'];
export type Release = Schemas['Release'];
export type ReleaseState = Schemas['ReleaseState'];
export type ReleaseSummary = Schemas['ReleaseSummary'];
export type Releases = Schemas['Releases'];
export type Series = Schemas['Series'];
export type Target = Schemas['Target'];
