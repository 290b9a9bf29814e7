import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';

/** A release number as in the address, or the live release. */
export type ReleaseRef = string | number;
export const liveRelease = 'latest';

/**
 * Replies under a release never change, and a page never moves to a newer release under its reader:
 * nothing is asked twice in one visit. `ReleaseNotice` says when a newer release is out.
 */
const frozen = { staleTime: Number.POSITIVE_INFINITY } as const;

/** Every metric's definition, with families, labels, units, dimensions and statistics. */
export const catalogueQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/metrics', { signal })),
  ...frozen,
});

/** The home force and its dated area sets. */
export const areasQuery = queryOptions({
  queryKey: ['areas'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/areas', { signal })),
  ...frozen,
});

/** Every published release, newest first. */
export const releasesQuery = queryOptions({
  queryKey: ['releases'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/releases', { signal })),
});

/** One release with its feeds and hashes. */
export const releaseQuery = (release: ReleaseRef) =>
  queryOptions({
    queryKey: ['release', String(release)],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/releases/{n}', { params: { path: { n: String(release) } }, signal })),
    ...frozen,
  });

/** Whether a release is live, superseded or withdrawn: the one part of a release that changes. */
export const releaseStateQuery = (release: number) =>
  queryOptions({
    queryKey: ['release-state', release],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/releases/{n}/state', { params: { path: { n: String(release) } }, signal })),
    staleTime: 5 * 60_000,
  });

/** The board of a month (`2023-11`), or of the newest the release can show. */
export const boardQuery = (release: ReleaseRef, month = 'latest') =>
  queryOptions({
    queryKey: ['board', String(release), month],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/releases/{n}/board/{month}', {
          params: { path: { n: String(release), month } },
          signal,
        }),
      ),
    ...frozen,
  });

/** Everything a measure page shows. `parameters` are the API's own names: statistic, grain, from, to, area, dimensions. */
export const measureQuery = (release: ReleaseRef, metric: string, parameters: Record<string, string>) =>
  queryOptions({
    queryKey: ['measure', String(release), metric, parameters],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/releases/{n}/measures/{id}', {
          params: { path: { n: String(release), id: metric }, query: parameters },
          signal,
        }),
      ),
    ...frozen,
  });

/** Everything the attrition page shows. `parameters` are the API's own names. */
export const cohortsQuery = (release: ReleaseRef, parameters: Record<string, string>) =>
  queryOptions({
    queryKey: ['cohorts', String(release), parameters],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/releases/{n}/cohorts', {
          params: { path: { n: String(release) }, query: parameters },
          signal,
        }),
      ),
    ...frozen,
  });

/** The areas of the force beside each other. `parameters` are the API's own names: metric, second, grain, to, areaSet, dimensions. */
export const comparisonQuery = (release: ReleaseRef, parameters: Record<string, string>) =>
  queryOptions({
    queryKey: ['comparison', String(release), parameters],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/releases/{n}/comparison', {
          params: { path: { n: String(release) }, query: parameters },
          signal,
        }),
      ),
    ...frozen,
  });

/** Every board measure of one area in a month (`2023-11`), or in the newest the release can show. */
export const areaPageQuery = (release: ReleaseRef, code: string, month?: string) =>
  queryOptions({
    queryKey: ['area', String(release), code, month],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/releases/{n}/areas/{code}', {
          params: { path: { n: String(release), code }, query: month ? { month } : {} },
          signal,
        }),
      ),
    ...frozen,
  });

/** Every rule set and method in plain words; its examples are read from the live release. */
export const methodsQuery = queryOptions({
  queryKey: ['methods'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/methods', { signal })),
});
