import { useId } from 'react';
import styles from './field.module.css';
import { DownIcon } from './icons.tsx';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

/** A native list of choices with a visible label. */
export function Select({ label, value, options, onChange, hideLabel = false }: SelectProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <span className={styles.select}>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <DownIcon />
      </span>
    </div>
  );
}
