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
  commands?: readonly string[];
  reference?: string | undefined;
  /** False where the same question would get the same answer. */
  passing?: boolean;
}

interface ErrorMessageProps {
  title: string;
  error: ShownError;
  onRetry?: () => void;
  /** Links that lead out, where trying again would not. */
  ways?: ReactNode;
}

/** A failure in words, with the accepted values where the server named them, its code, and Try again. */
export function ErrorMessage({ title, error, onRetry, ways }: ErrorMessageProps) {
  const retry = onRetry && error.passing !== false && (
    <Button small onClick={onRetry}>
      Try again
    </Button>
  );
  return (
    <Message
      tone="error"
      title={title}
      actions={
        (retry || ways) && (
          <>
            {retry}
            {ways}
          </>
        )
      }
    >
      <p>{error.message}</p>
      {error.valid && error.valid.length > 0 && (
        <p className={styles.valid}>Accepted: {acceptedWords(error.valid)}.</p>
      )}
      {error.code && (
        <p className={styles.valid}>
          Reference: <code>{error.reference ?? error.code}</code>
        </p>
      )}
    </Message>
  );
}

const mostListed = 24;

/** Sixty months are a wall: of many values, the first ones and the last. */
const acceptedWords = (valid: readonly string[]): string =>
  valid.length <= mostListed
    ? valid.join(', ')
    : `${valid.slice(0, 3).join(', ')} … ${valid.at(-1)} (${valid.length} in all)`;
