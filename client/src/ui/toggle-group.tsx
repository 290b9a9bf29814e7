import { useId } from 'react';
import styles from './field.module.css';
import type { Option } from './select.tsx';

interface ToggleGroupProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

/** One of up to four short options, side by side: native radio buttons, so the arrow keys work as expected. */
export function ToggleGroup({ label, value, options, onChange, hideLabel = false }: ToggleGroupProps) {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={hideLabel ? 'visually-hidden' : styles.label}>{label}</legend>
      <span className={styles.group}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
