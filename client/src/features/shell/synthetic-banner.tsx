import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCurrentRelease } from '../../api/current-release.ts';
import styles from './shell.module.css';

/** Says that figures are made up, on every page and on paper. Its place is kept while the release is on its way. */
export function SyntheticBanner() {
  const release = useCurrentRelease();
  const onItsWay = useOnItsWay();
  if (release ? !release.synthetic : !onItsWay) return null;
  return (
    <section className={styles.banner} aria-label="About the data">
      {release && (
        <div className="wrap">
          <span className={styles.hatch} aria-hidden="true" />
          <span>
            <b>Synthetic demonstration data.</b>{' '}
            <span className={styles.more}>
              No figure on this page describes a real person or the real performance of {release.force.name}{' '}
              Police.
            </span>
          </span>
        </div>
      )}
    </section>
  );
}

/** Before a page has asked for anything, and until all it asked for has come or failed. */
function useOnItsWay(): boolean {
  const fetching = useIsFetching() > 0;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (fetching) setAsked(true);
  }, [fetching]);
  return fetching || !asked;
}
