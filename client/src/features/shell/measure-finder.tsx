import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import { catalogueQuery } from '../../api/queries.ts';
import type { Metric } from '../../api/types.ts';
import { ErrorMessage } from '../../ui/message.tsx';
import styles from './find-measure.module.css';

/** Every metric of the catalogue, narrowed by what is typed: its name, family, meaning and id. */
export function MeasureFinder({ onPick }: { onPick: () => void }) {
  const { data, error, refetch } = useQuery(catalogueQuery);
  const navigate = useNavigate();
  const release = useSearch({ strict: false, select: (search) => search.release });
  const { contains } = useFilter({ sensitivity: 'base' });

  function go(id: React.Key) {
    onPick();
    void navigate({ to: '/measures/$id', params: { id: String(id) }, search: release ? { release } : {} });
  }

  if (error)
    return <ErrorMessage title="The list of measures could not be loaded" error={error} onRetry={refetch} />;
  return (
    <Autocomplete filter={contains}>
      <SearchField className={styles.search} autoFocus>
        <Label className="visually-hidden">Find a measure</Label>
        <Input className={styles.input} placeholder="Find a measure" />
      </SearchField>
      <Menu
        className={styles.list}
        aria-label="Measures"
        items={data?.metrics ?? []}
        onAction={go}
        renderEmptyState={() => (
          <p className={styles.empty}>{data ? 'No measure has these words' : 'Loading measures'}</p>
        )}
      >
        {(metric: Metric) => (
          <MenuItem id={metric.id} className={styles.item} textValue={searchText(metric)}>
            <span className={styles.name}>{metric.label}</span>
            <span className="muted">{metric.familyLabel}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

const searchText = ({ label, familyLabel, meaning, id }: Metric) =>
  [label, familyLabel, meaning, id].join(' ');
