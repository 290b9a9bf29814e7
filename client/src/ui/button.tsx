import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface Look {
  look?: 'plain' | 'primary' | 'quiet';
  small?: boolean;
  /** For an icon alone; give the button an `aria-label`. */
  square?: boolean;
}

/** Class names of a button, for links that look like one. */
export function buttonClass({ look = 'plain', small = false, square = false }: Look = {}): string {
  const names = [
    styles.button,
    look !== 'plain' && styles[look],
    small && styles.small,
    square && styles.square,
  ];
  return names.filter(Boolean).join(' ');
}

export function Button({ look, small, square, ...props }: ComponentProps<'button'> & Look) {
  return <button type="button" {...props} className={buttonClass({ look, small, square })} />;
}
