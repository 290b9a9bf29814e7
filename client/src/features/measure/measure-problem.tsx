import { Link } from '@tanstack/react-router';
import type { MeasurePage } from '../../api/types.ts';
import { noValueWords } from '../../format/points.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Message, type ShownError } from '../../ui/message.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import styles from './measure-page.module.css';

interface MeasureProblemProps {
  metricId: string;
  error: ShownError;
  onRetry: () => void;
  onReset: () => void;
}

/** Why the figures cannot be shown, and the way out: other filters, another measure, or trying again. */
export function MeasureProblem({ metricId, error, onRetry, onReset }: MeasureProblemProps) {
  if (error.code === 'unknown-metric') {
    return (
      <div className={styles.problem}>
        <Message
          title="There is no such measure"
          actions={
            <Link to="/measures" className={buttonClass({ small: true })}>
              Every measure
            </Link>
          }
        >
          <p>No measure is called “{metricId}”.</p>
        </Message>
      </div>
    );
  }
  if (!isAboutFilters(error)) return <PageProblem what="This measure" error={error} onRetry={onRetry} />;
  return (
    <div className={styles.problem} role="alert">
      <Message
        title="These filters cannot be shown"
        actions={
          <Button small onClick={onReset}>
            Reset filters
          </Button>
        }
      >
        <p>{error.message}</p>
        {error.valid && error.valid.length > 0 && <p>Accepted: {error.valid.join(', ')}.</p>}
      </Message>
    </div>
  );
}

/** The server turned the question down: asking again would not help, other filters would. */
const isAboutFilters = (error: ShownError) => 'status' in error && error.status === 400;

/** A true zero is a number; this is the state where nothing at all matched. */
export function NothingMatches({ page, onReset }: { page: MeasurePage; onReset: () => void }) {
  const filtered = Object.keys(page.panels.main.filter).length > 0;
  return (
    <div className={styles.problem}>
      <Message
        title="Nothing matches these filters"
        actions={
          <Button small onClick={onReset}>
            Reset filters
          </Button>
        }
      >
        <p>
          {page.title}: {noValueWords(page.latest).toLowerCase()} in Release {page.release.number}.
          {filtered ? ' Fewer filters, another area or other periods may have some.' : ''}
        </p>
      </Message>
    </div>
  );
}
