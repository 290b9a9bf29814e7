import { useCurrentRelease } from '../../api/current-release.ts';
import styles from './shell.module.css';

/** Says that figures are made up, on every page and on paper. Its place is kept until the release is known. */
export function SyntheticBanner() {
  const release = useCurrentRelease();
  if (release && !release.synthetic) return null;
  return (
    <div className={styles.banner} role={release ? 'note' : undefined}>
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
    </div>
  );
}
