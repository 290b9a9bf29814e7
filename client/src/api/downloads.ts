/** Addresses of files, for links. */
export const boardCsvHref = (release: number, month: string): string =>
  `/api/v1/releases/${release}/board/${month}.csv`;

/** `parameters` are the same as those of the areas page's own request. */
export function comparisonCsvHref(release: number, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return `/api/v1/releases/${release}/comparison.csv${query ? `?${query}` : ''}`;
}

/** `parameters` are the same as those of the measure page's own request. */
export function measureCsvHref(release: number, metric: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return `/api/v1/releases/${release}/measures/${metric}.csv${query ? `?${query}` : ''}`;
}
