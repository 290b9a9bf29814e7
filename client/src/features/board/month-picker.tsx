import type { ReactNode } from 'react';
import { formatPeriod } from '../../format/periods.ts';
import { Button } from '../../ui/button.tsx';
import { NextIcon, PreviousIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import { neighbourMonths } from './board-model.ts';
import styles from './month-picker.module.css';

interface MonthPickerProps {
  /** Months the release can show, oldest first. */
  months: readonly string[];
  month: string;
  release: number;
  onMonth: (month: string) => void;
}

/** Previous, next and a list. The buttons name where they lead, or why they lead nowhere. */
export function MonthPicker({ months, month, release, onMonth }: MonthPickerProps) {
  const { previous, next } = neighbourMonths(months, month);
  const newestFirst = months.toReversed().map((one) => ({ value: one, label: formatPeriod(one) }));
  return (
    <div className={styles.picker}>
      <Step
        label="Previous month"
        month={previous}
        end={`Release ${release} shows no earlier month`}
        onMonth={onMonth}
      >
        <PreviousIcon />
      </Step>
      <Step label="Next month" month={next} end={`Release ${release} shows no later month`} onMonth={onMonth}>
        <NextIcon />
      </Step>
      <span className={styles.list}>
        <Select label="Choose month" hideLabel value={month} options={newestFirst} onChange={onMonth} />
      </span>
    </div>
  );
}

interface StepProps {
  label: string;
  /** Undefined at the end of the list. */
  month: string | undefined;
  end: string;
  onMonth: (month: string) => void;
  children: ReactNode;
}

function Step({ label, month, end, onMonth, children }: StepProps) {
  const words = month ? `${label}, ${formatPeriod(month)}` : `${label}: ${end}`;
  return (
    <Button
      square
      aria-label={words}
      title={words}
      aria-disabled={month === undefined}
      onClick={() => month && onMonth(month)}
    >
      {children}
    </Button>
  );
}
