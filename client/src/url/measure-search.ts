import { type Search, stringifySearch } from './search.ts';

/**
 * The address of a measure page in the API's own names:
 * `/measures/response.time?grade=2&domesticAbuse=true&statistic=median&grain=month&from=&to=&area=&release=`.
 */
export type MeasureSearch = Search;

/** Names that are not dimensions of the metric. */
const pageOnly = ['release', 'view'];
const reserved = new Set([...pageOnly, 'statistic', 'grain', 'from', 'to', 'area', 'areaSet', 'version']);

/** What the API is asked: everything but the release, which is in its path, and what only the page reads. */
export function apiParameters(search: MeasureSearch): Search {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => !pageOnly.includes(name))
      .map(([name, value]) => [
        name,
        name === 'from' || name === 'to' ? wirePeriod(value, search.grain) : value,
      ]),
  );
}

/** The dimension filters of an address. */
export function dimensionFilters(search: MeasureSearch): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !reserved.has(name)));
}

/** Members asked for, in the order given; empty where the dimension is not filtered. */
export function membersOf(search: MeasureSearch, dimension: string): string[] {
  return search[dimension]?.split(',').filter(Boolean) ?? [];
}

/** The address with one name set, or removed where the value is undefined. */
export function withParameter(search: MeasureSearch, name: string, value: string | undefined): MeasureSearch {
  const { [name]: _old, ...rest } = search;
  // Period names depend on the grain: another grain starts from its own whole span.
  const kept = name === 'grain' ? without(rest, 'from', 'to') : rest;
  return value === undefined || value === '' ? kept : { ...kept, [name]: value };
}

/** The address with every filter undone; the release a reader is on stays. */
export function resetSearch(search: MeasureSearch): MeasureSearch {
  return search.release ? { release: search.release } : {};
}

/** How many names differ from the page's defaults: the number on the phone's filter button. */
export function countFilters(search: MeasureSearch): number {
  return Object.keys(search).filter((name) => !pageOnly.includes(name)).length;
}

/** Address of a measure page. */
export function measureHref(metric: string, search: Record<string, unknown> = {}): string {
  return `/measures/${metric}${stringifySearch(search)}`;
}

/** Financial periods are written with a dash in addresses: `2023/24-Q3` → `2023-24-Q3`. */
export function addressPeriod(name: string): string {
  return name.replace(/^(\d{4})\/(\d{2})/, '$1-$2');
}

/** The wire name of a period in an address; the grain tells the year 2011-12 from December 2011. */
export function wirePeriod(text: string, grain: string | undefined): string {
  const financial = grain === 'quarter' || grain === 'financial-year';
  return financial ? text.replace(/^(\d{4})-(\d{2})(?=$|-Q)/, '$1/$2') : text;
}

function without(search: Search, ...names: string[]): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}
