import type { Catalogue, Comparison } from '../../api/types.ts';
import { parseSearch, stringifySearch } from '../../url/search.ts';

/** A measure to compare areas by. `value` is its part of the address. */
export interface Choice {
  value: string;
  label: string;
}

/** Names of the address that say which figures are shown, not which measure. */
const pageNames = ['second', 'grain', 'to', 'from', 'area', 'areaSet', 'release', 'view'];
const usual = { metric: 'response.within-target', grade: '2', domesticAbuse: 'true' };

/** Measures offered: the usual one, and each of the board's that areas are compared on. */
export function measureChoices({ main, strips }: Comparison): Choice[] {
  const rows = strips.groups
    .flatMap(({ rows }) => rows)
    .filter(({ absent, reach }) => absent === null && reach !== null);
  const choices = [
    { value: choiceOf(usual), label: 'Grade 2 DA attended within the target time' },
    ...rows.map(({ metric, parameters, label }) => ({
      value: choiceOf({ metric, ...parameters }),
      label,
    })),
  ];
  const shown = choiceOf({ metric: main.metric, ...main.parameters });
  const known = choices.some(({ value }) => sameMeasure(value, shown));
  return known ? choices : [{ value: shown, label: main.title }, ...choices];
}

/** The choice that is shown. */
export function shownChoice(choices: readonly Choice[], { main }: Comparison): string {
  const shown = choiceOf({ metric: main.metric, ...main.parameters });
  return choices.find(({ value }) => sameMeasure(value, shown))?.value ?? shown;
}

/** The address with another measure: its filters replace those of the one before, period and areas stay. */
export function withMeasure(parameters: Record<string, string>, choice: string): Record<string, string> {
  const kept = Object.entries(parameters).filter(([name]) => pageNames.includes(name));
  return { ...Object.fromEntries(kept), ...parseSearch(choice) };
}

/** Second measures: shares and waits that the force counts itself, and none. */
export function secondChoices({ metrics }: Catalogue, main: string): Choice[] {
  const offered = metrics.filter(
    ({ id, kind }) =>
      id !== main && (kind === 'proportion' || kind === 'duration') && !id.startsWith('published.'),
  );
  return [{ value: 'none', label: 'None' }, ...offered.map(({ id, label }) => ({ value: id, label }))];
}

const choiceOf = (parameters: Record<string, string>) =>
  stringifySearch(
    Object.fromEntries(
      Object.entries(parameters)
        .filter(([name]) => !pageNames.includes(name))
        .sort(([a], [b]) => a.localeCompare(b)),
    ),
  );

/** A statistic that one of the two leaves to its default is no difference. */
function sameMeasure(a: string, b: string): boolean {
  const bare = (choice: string) => {
    const { statistic: _statistic, ...rest } = parseSearch(choice);
    return stringifySearch(rest);
  };
  return bare(a) === bare(b);
}
