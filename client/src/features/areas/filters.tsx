import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../api/queries.ts';
import type { Comparison } from '../../api/types.ts';
import { formatPeriod, grainLabel } from '../../format/periods.ts';
import { FilterPanel } from '../../ui/filter-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { measureChoices, secondChoices, shownChoice, withMeasure } from './measure-choices.ts';

interface FiltersProps {
  data: Comparison | undefined;
  parameters: Record<string, string>;
  onParameters: (parameters: Record<string, string>) => void;
}

const offeredGrains = ['month', 'rolling-3', 'rolling-12'].map((value) => ({
  value,
  label: grainLabel(value),
}));

/** The page's filters: all in the address, applied at once. */
export function AreasFilters({ data, parameters, onParameters }: FiltersProps) {
  const { data: catalogue } = useQuery(catalogueQuery);
  const panel = { count: Object.keys(parameters).length, onReset: () => onParameters({}) };
  if (!data || !catalogue) return <FilterPanel {...panel} />;
  const choices = measureChoices(data);
  const seconds = secondChoices(catalogue, data.main.metric);
  const set = (name: string, value: string) => onParameters({ ...parameters, [name]: value });
  return (
    <FilterPanel {...panel}>
      <Select
        label="Measure"
        value={shownChoice(choices, data)}
        options={choices}
        onChange={(value) => onParameters(withMeasure(parameters, value))}
      />
      <Select
        label="Second measure"
        value={data.second?.metric ?? 'none'}
        options={seconds}
        onChange={(value) => set('second', value)}
      />
      <ToggleGroup
        label="Period"
        value={data.grain}
        options={offeredGrains}
        onChange={(value) => set('grain', value)}
      />
      <Select
        label="Up to"
        value={data.month}
        options={data.months.toReversed().map((month) => ({ value: month, label: formatPeriod(month) }))}
        onChange={(value) => set('to', value)}
      />
      <Select
        label="Areas"
        value={data.areaSet}
        options={data.areaSets.map(({ id, label, inForce }) => ({
          value: id,
          label: inForce ? label : `${label} (not in force then)`,
        }))}
        onChange={(value) => set('areaSet', value)}
      />
    </FilterPanel>
  );
}
