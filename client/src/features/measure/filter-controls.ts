import type { Area, Dimension, Metric } from '../../api/types.ts';
import { formatPeriod, grainLabel } from '../../format/periods.ts';
import type { Option } from '../../ui/select.tsx';
import { addressPeriod, type MeasureSearch, membersOf } from '../../url/measure-search.ts';

/** One control of the filter bar. `value` is empty while nothing is filtered. */
export interface FilterControl {
  name: string;
  label: string;
  /** Four short options or fewer stand side by side; more are a list. */
  form: 'toggle' | 'list';
  value: string;
  options: Option[];
}

const mostToggles = 4;
const mostCharacters = 30;

/**
 * A control for each dimension that has members. Choices have no "All": exactly one member is always in force.
 * Members that live in the data are unknown until the page has `loaded`: until then such a control keeps its place.
 */
export function dimensionControls(metric: Metric, search: MeasureSearch, loaded: boolean): FilterControl[] {
  return metric.dimensions.flatMap((dimension) => {
    const picked = membersOf(search, dimension.id);
    const members = shortMembers(dimension);
    const unknown = members.length === 0;
    if (unknown && loaded && picked.length === 0) return [];
    const options = dimension.role === 'choice' ? members : [...members, { value: '', label: 'All' }];
    const value = picked.join(',') || (dimension.role === 'choice' ? (dimension.default ?? '') : '');
    const made = control(dimension.id, dimension.label, value, withPicked(options, value));
    return [unknown ? { ...made, form: 'list' } : made];
  });
}

/** Statistic, grain and area, each only where there is something to choose. */
export function generalControls(
  metric: Metric,
  search: MeasureSearch,
  areas: readonly Area[],
  force: string,
): FilterControl[] {
  const controls = [
    control('area', 'Area', search.area === 'force' ? '' : (search.area ?? ''), [
      { value: '', label: force },
      ...areaOptions(areas.filter(({ kind }) => kind !== 'force')),
    ]),
    control(
      'grain',
      'Grain',
      search.grain ?? metric.defaultGrain,
      metric.grains.map((grain) => ({ value: grain, label: grainLabel(grain) })),
    ),
    control(
      'statistic',
      'Measure',
      search.statistic ?? metric.statistics[0]?.id ?? '',
      metric.statistics.map(({ id, label }) => ({ value: id, label })),
    ),
  ];
  return controls.filter(({ options }) => options.length > 1);
}

/** From and to, over the periods the feed covers. */
export function periodControls(search: MeasureSearch, periods: readonly string[]): FilterControl[] {
  const options = periods.map((name) => ({ value: addressPeriod(name), label: formatPeriod(name, 'short') }));
  const first = options[0]?.value ?? '';
  const last = options.at(-1)?.value ?? '';
  if (options.length < 2) return [];
  return [
    {
      name: 'from',
      label: 'From',
      form: 'list',
      value: search.from ?? first,
      options: withPicked(options, search.from ?? ''),
    },
    {
      name: 'to',
      label: 'To',
      form: 'list',
      value: search.to ?? last,
      options: withPicked(options.toReversed(), search.to ?? ''),
    },
  ];
}

/** What a picked value is in the address: a default is left out of it. */
export function addressValue(picked: string, defaultValue: string | undefined): string | undefined {
  return picked === defaultValue ? undefined : picked;
}

/** The value each control has when the address says nothing. */
export function defaultOf(name: string, metric: Metric, periods: readonly string[]): string {
  if (name === 'grain') return metric.defaultGrain;
  if (name === 'statistic') return metric.statistics[0]?.id ?? '';
  if (name === 'from') return addressPeriod(periods[0] ?? '');
  if (name === 'to') return addressPeriod(periods.at(-1) ?? '');
  const dimension = metric.dimensions.find(({ id }) => id === name);
  return dimension?.role === 'choice' ? (dimension.default ?? '') : '';
}

function control(name: string, label: string, value: string, options: Option[]): FilterControl {
  const characters = options.reduce((sum, option) => sum + option.label.length, 0);
  const short = options.length <= mostToggles && characters <= mostCharacters;
  return { name, label, form: short ? 'toggle' : 'list', value, options };
}

/** Several members at once, and members the page does not list, come from the address: they keep an option. */
function withPicked(options: Option[], value: string): Option[] {
  if (options.some((option) => option.value === value) || value === '') return options;
  const labelOf = (code: string) => options.find((option) => option.value === code)?.label ?? code;
  return [...options, { value, label: value.split(',').map(labelOf).join(' and ') }];
}

/** `Grade 2, priority` under `Response grade` says the word twice: its code alone is enough. */
function shortMembers({ label, members }: Dimension): Option[] {
  const word = label.split(' ').at(-1)?.toLowerCase() ?? '';
  const repeats = members.every((member) => new RegExp(`^${word} ${member.code}\\b`, 'i').test(member.label));
  return members.map((member) => ({ value: member.code, label: repeats ? member.code : member.label }));
}

/** Areas in the force's own order, each level set in under the one it lies in. */
function areaOptions(areas: readonly Area[]): Option[] {
  const known = new Set(areas.map(({ code }) => code));
  const under = (parent: string | null, depth: number): Option[] =>
    areas
      .filter((area) => (parent === null ? !known.has(area.parent ?? '') : area.parent === parent))
      .flatMap(({ code, name }) => [
        { value: code, label: `${'\u2003'.repeat(depth)}${name}` },
        ...under(code, depth + 1),
      ]);
  return under(null, 0);
}
