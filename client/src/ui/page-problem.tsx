import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorMessage, Message, type ShownError } from './message.tsx';
import styles from './page-problem.module.css';

/** Nothing has been published yet: there is nothing to filter either. */
export const isUnpublished = (error: ShownError | null): boolean => error?.code === 'no-release';

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
      {isUnpublished(error) ? (
        <NoRelease error={error} onRetry={onRetry} />
      ) : (
        <ErrorMessage title={`${what} could not be loaded`} error={error} onRetry={onRetry} ways={ways} />
      )}
    </div>
  );
}

const commonCommands = [
  'npm run import -- areas areas.csv',
  'npm run import -- grades grades.csv',
  'npm run import -- incidents incidents.csv',
  'npm run release -- publish',
];

function NoRelease({ error, onRetry }: { error: ShownError; onRetry: () => void }) {
  const commands = error.commands?.length ? error.commands : commonCommands;
  return (
    <Message
      title="There is nothing to show yet"
      actions={
        <Button small onClick={onRetry}>
          Look again
        </Button>
      }
    >
      <p>{error.message}</p>
      <pre className={styles.commands}>
        <code>{commands.join('\n')}</code>
      </pre>
    </Message>
  );
}
