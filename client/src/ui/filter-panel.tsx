import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './filter-panel.module.css';
import { phone, useMedia } from './use-media.ts';

interface FilterPanelProps {
  /** How many filters differ from the page's own choice. */
  count: number;
  onReset: () => void;
  /** Labelled controls; each applies at once. None while they are on their way: their place is kept. */
  children?: ReactNode;
}

/** A page's filters: a bar, or on a phone a dialog behind one button that says how many are set. */
export function FilterPanel(props: FilterPanelProps) {
  const onPhone = useMedia(phone);
  return onPhone ? <FilterDialog {...props} /> : <FilterForm {...props} />;
}

const FilterForm = ({ count, onReset, children }: FilterPanelProps) => (
  <form className={styles.bar} aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
    {children}
    {count > 0 && (
      <span className={styles.reset}>
        <Button look="quiet" onClick={onReset}>
          Reset filters
        </Button>
      </span>
    )}
  </form>
);

function FilterDialog(props: FilterPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <div className={styles.opener}>
      <Button onClick={() => dialog.current?.showModal()} aria-haspopup="dialog">
        {props.count > 0 ? `Filters (${props.count})` : 'Filters'}
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
