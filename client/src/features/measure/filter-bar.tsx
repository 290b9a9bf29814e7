import { useRef } from 'react';
import type { Area, Metric } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { phone, useMedia } from '../../ui/use-media.ts';
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

/** Every filter of a metric, from its definition. Each applies at once and is kept in the address. */
export function FilterBar(props: FilterBarProps) {
  const onPhone = useMedia(phone);
  return onPhone ? <FilterDialog {...props} /> : <FilterForm {...props} />;
}

/** A few dimensions stand in the bar; of many, only the leading two. */
const inTheBar = (count: number) => (count > 4 ? 2 : 3);

function FilterForm({ metric, search, onSearch, areas, force, periods, loaded }: FilterBarProps) {
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
    <form className={styles.bar} aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
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
      {countFilters(search) > 0 && (
        <span className={styles.reset}>
          <Button look="quiet" onClick={() => onSearch(resetSearch(search))}>
            Reset filters
          </Button>
        </span>
      )}
    </form>
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

/** On a phone the filters fill the screen, behind one button that says how many are set. */
function FilterDialog(props: FilterBarProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const count = countFilters(props.search);
  return (
    <div className={styles.opener}>
      <Button onClick={() => dialog.current?.showModal()} aria-haspopup="dialog">
        {count > 0 ? `Filters (${count})` : 'Filters'}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-label="Filters">
        <h2>Filters</h2>
        <FilterForm {...props} />
        <Button look="primary" onClick={() => dialog.current?.close()}>
          Show the figures
        </Button>
      </dialog>
    </div>
  );
}
