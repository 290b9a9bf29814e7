import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './message.module.css';

interface MessageProps {
  title: string;
  children?: ReactNode;
  /** Buttons or links: the ways out. */
  actions?: ReactNode;
  tone?: 'plain' | 'notice' | 'error';
}

/** A message box: empty states (plain), things to know (notice) and failures (error, read out at once). */
export function Message({ title, children, actions, tone = 'plain' }: MessageProps) {
  return (
    <div
      className={`${styles.message} ${tone === 'plain' ? '' : styles[tone]}`}
      role={tone === 'error' ? 'alert' : undefined}
    >
      <p className={styles.title}>{title}</p>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** What an error must carry to be shown; the API client's `ApiError` does. */
export interface ShownError {
  message: string;
  code?: string;
  valid?: readonly string[];
}

interface ErrorMessageProps {
  title: string;
  error: ShownError;
  onRetry?: () => void;
}

/** A failure in words, with the accepted values where the server named them, its code, and Try again. */
export function ErrorMessage({ title, error, onRetry }: ErrorMessageProps) {
  const retry = onRetry && (
    <Button small onClick={onRetry}>
      Try again
    </Button>
  );
  return (
    <Message tone="error" title={title} actions={retry}>
      <p>{error.message}</p>
      {error.valid && error.valid.length > 0 && (
        <p className={styles.valid}>Accepted: {error.valid.join(', ')}.</p>
      )}
      {error.code && (
        <p className={styles.valid}>
          Reference: <code>{error.code}</code>
        </p>
      )}
    </Message>
  );
}
