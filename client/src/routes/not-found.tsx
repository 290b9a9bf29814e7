import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShowRelease } from '../api/current-release.ts';
import { liveRelease, releaseQuery } from '../api/queries.ts';
import { buttonClass } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';
import { PageHead } from '../ui/page-head.tsx';
import styles from '../ui/page-problem.module.css';

/** An address that is no page. */
export function NotFoundPage() {
  useShowRelease(useQuery(releaseQuery(liveRelease)).data);
  return (
    <>
      <PageHead eyebrow="Not found" heading="There is no page at this address" />
      <div className={styles.problem}>
        <Message
          title="Check the address, or start from one of these"
          actions={
            <>
              <Link to="/board" className={buttonClass({ small: true, look: 'primary' })}>
                The board
              </Link>
              <Link to="/measures" className={buttonClass({ small: true })}>
                Every measure
              </Link>
              <Link to="/releases" className={buttonClass({ small: true })}>
                Releases
              </Link>
            </>
          }
        />
      </div>
    </>
  );
}
