import { useQuery } from '@tanstack/react-query';
import { areasQuery, catalogueQuery } from '../../api/queries.ts';
import type { Cohorts } from '../../api/types.ts';
import { FilterPanel } from '../../ui/filter-panel.tsx';
import { Select } from '../../ui/select.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';

interface FiltersProps {
  data: Cohorts | undefined;
  parameters: Record<string, string>;
  onParameters: (parameters: Record<string, string>) => void;
}

const ALL = '';
const crimes = [
  { value: 'true', label: 'Domestic abuse' },
  { value: ALL, label: 'All crimes' },
];
const bases = [
  { value: 'recorded', label: 'Month recorded' },
  { value: 'closed', label: 'Month of outcome' },
];
const shows = [
  { value: 'share', label: 'Share' },
  { value: 'number', label: 'Number' },
];

/** The page's filters: all in the address, applied at once. */
export function AttritionFilters({ data, parameters, onParameters }: FiltersProps) {
  const { data: catalogue } = useQuery(catalogueQuery);
  const { data: areas } = useQuery(areasQuery);
  const set = (name: string, value: string) => {
    const { [name]: _old, ...rest } = parameters;
    onParameters(value === ALL ? rest : { ...rest, [name]: value });
  };
  const groups = catalogue?.metrics
    .find(({ id }) => id === 'outcomes.mix')
    ?.dimensions.find(({ id }) => id === 'offenceGroup')?.members;
  const places = areas?.areaSets.find(({ id }) => id === data?.areaSet)?.areas ?? [];
  return (
    <FilterPanel count={Object.keys(parameters).length} onReset={() => onParameters({})}>
      <ToggleGroup
        label="Crimes"
        value={parameters.domesticAbuse ?? ALL}
        options={crimes}
        onChange={(value) => set('domesticAbuse', value)}
      />
      <Select
        label="Crime group"
        value={parameters.offenceGroup ?? ALL}
        options={[{ value: ALL, label: 'All groups' }, ...(groups ?? []).map(toOption)]}
        onChange={(value) => set('offenceGroup', value)}
      />
      <Select
        label="Area"
        value={parameters.area ?? ALL}
        options={[
          { value: ALL, label: areas?.force.name ?? 'Force' },
          ...places
            .filter(({ kind }) => kind === 'lpa')
            .map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(value) => set('area', value)}
      />
      <ToggleGroup
        label="Counted by"
        value={parameters.basis ?? 'recorded'}
        options={bases}
        onChange={(value) => set('basis', value === 'recorded' ? ALL : value)}
      />
      <ToggleGroup
        label="Show"
        value={parameters.show ?? 'share'}
        options={shows}
        onChange={(value) => set('show', value === 'share' ? ALL : value)}
      />
    </FilterPanel>
  );
}

const toOption = ({ code, label }: { code: string; label: string }) => ({ value: code, label });
