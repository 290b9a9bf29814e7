import type { Area, Metric } from '../../api/types.ts';
import { FilterPanel } from '../../ui/filter-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { countFilters, type MeasureSearch, resetSearch, withParameter } from '../../url/measure-search.ts';
import styles from './filter-bar.module.css';
import {
  addressValue,
  defaultOf,
  dimensionControls,
  type FilterControl,
  generalControls,
  periodControls,
} from './filter-controls.ts';

interface FilterBarProps {
  metric: Metric;
  search: MeasureSearch;
  onSearch: (search: MeasureSearch) => void;
  /** Areas of the set shown, and the name of the force they lie in. */
  areas: readonly Area[];
  force: string;
  /** Wire names of the periods the feed covers, oldest first. */
  periods: readonly string[];
  /** The page's own reply has come, with the members that live in its data. */
  loaded: boolean;
}

/** A few dimensions stand in the bar; of many, only the leading two. */
const inTheBar = (count: number) => (count > 4 ? 2 : 3);

/** Every filter of a metric, from its definition. Each applies at once and is kept in the address. */
export function FilterBar({ metric, search, onSearch, areas, force, periods, loaded }: FilterBarProps) {
  const dimensions = dimensionControls(metric, search, loaded);
  const first = dimensions.slice(0, inTheBar(metric.dimensions.length));
  const more = dimensions.slice(first.length);
  const set = (name: string, picked: string) =>
    onSearch(withParameter(search, name, addressValue(picked, defaultOf(name, metric, periods))));
  const shown = [
    ...first,
    ...generalControls(metric, search, areas, force),
    ...periodControls(search, periods),
  ];
  return (
    <FilterPanel count={countFilters(search)} onReset={() => onSearch(resetSearch(search))}>
      {shown.map((control) => (
        <Control key={control.name} control={control} onPick={set} />
      ))}
      {more.length > 0 && (
        <MoreFilters
          controls={more}
          open={more.some(({ name }) => search[name] !== undefined)}
          onPick={set}
        />
      )}
    </FilterPanel>
  );
}

interface ControlProps {
  control: FilterControl;
  onPick: (name: string, value: string) => void;
}

function Control({ control, onPick }: ControlProps) {
  const { name, label, value, options, form } = control;
  const Picker = form === 'toggle' ? ToggleGroup : Select;
  return <Picker label={label} value={value} options={options} onChange={(picked) => onPick(name, picked)} />;
}

interface MoreFiltersProps {
  controls: FilterControl[];
  open: boolean;
  onPick: ControlProps['onPick'];
}

const MoreFilters = ({ controls, open, onPick }: MoreFiltersProps) => (
  <details className={styles.more} open={open}>
    <summary>More filters</summary>
    <div className={styles.row}>
      {controls.map((control) => (
        <Control key={control.name} control={control} onPick={onPick} />
      ))}
    </div>
  </details>
);
