import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorMessage, Message, type ShownError } from './message.tsx';
import styles from './page-problem.module.css';

interface PageProblemProps {
  /** What was asked for: "The board for November 2023". */
  what: string;
  error: ShownError;
  onRetry: () => void;
  /** Links that lead out, where trying again would not. */
  ways?: ReactNode;
}

/** A page that cannot be shown: why, and the way out. Before the first release, the commands that lead to it. */
export function PageProblem({ what, error, onRetry, ways }: PageProblemProps) {
  return (
    <div className={styles.problem}>
      {error.code === 'no-release' ? (
        <NoRelease words={error.message} onRetry={onRetry} />
      ) : (
        <ErrorMessage title={`${what} could not be loaded`} error={error} onRetry={onRetry} ways={ways} />
      )}
    </div>
  );
}

const commands = `npm run import -- areas areas.csv
npm run import -- incidents incidents.csv
npm run release -- publish`;

function NoRelease({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <Message
      title="No release has been published yet"
      actions={
        <Button small onClick={onRetry}>
          Look again
        </Button>
      }
    >
      <p>{words}</p>
      <p>Load the force's areas and its files, then publish. In the project's folder:</p>
      <pre className={styles.commands}>
        <code>{commands}</code>
      </pre>
      <p>
        The other feeds are surveys, crimes, orders, referrals and returns.{' '}
        <code>npm run feeds -- template incidents</code> prints an empty file with notes.
      </p>
    </Message>
  );
}
