import { Link } from '@tanstack/react-router';
import { useCurrentRelease } from '../../api/current-release.ts';
import styles from './shell.module.css';

/** Which release the page shows, once more: the last thing on the page. On paper each page has its own line. */
export function Footer() {
  const release = useCurrentRelease();
  return (
    <footer className={styles.footer}>
      <div className="wrap">
        {release && (
          <span>
            {release.synthetic ? 'Synthetic demonstration data · ' : ''}Release {release.number}
          </span>
        )}
        <Link to="/methods">Methods</Link>
        <a href="/api/docs">API and definitions</a>
      </div>
    </footer>
  );
}
