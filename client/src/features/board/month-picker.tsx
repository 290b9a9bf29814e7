import type { Board } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { Button } from '../../ui/button.tsx';
import { NextIcon, PreviousIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select.tsx';
import { neighbourMonths } from './board-model.ts';
import styles from './month-picker.module.css';

interface MonthPickerProps {
  board: Board;
  onMonth: (month: string) => void;
}

/** Previous, next and a list. The buttons name where they lead, or why they lead nowhere. */
export function MonthPicker({ board, onMonth }: MonthPickerProps) {
  const { previous, next } = neighbourMonths(board.months, board.month);
  const newestFirst = board.months
    .toReversed()
    .map((month) => ({ value: month, label: formatPeriod(month) }));
  const { number } = board.release;
  return (
    <div className={styles.picker}>
      <Step
        label="Previous month"
        month={previous}
        end={`Release ${number} shows no earlier month`}
        onMonth={onMonth}
      >
        <PreviousIcon />
      </Step>
      <Step label="Next month" month={next} end={`Release ${number} shows no later month`} onMonth={onMonth}>
        <NextIcon />
      </Step>
      <span className={styles.list}>
        <Select label="Choose month" hideLabel value={board.month} options={newestFirst} onChange={onMonth} />
      </span>
    </div>
  );
}

interface StepProps {
  label: string;
  month: string | undefined;
  end: string;
  onMonth: (month: string) => void;
  children: React.ReactNode;
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
