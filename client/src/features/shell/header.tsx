import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCurrentRelease } from '../../api/current-release.ts';
import { currentTheme, setTheme } from '../../design/theme.ts';
import { Button } from '../../ui/button.tsx';
import { CloseIcon, MenuIcon, ThemeIcon } from '../../ui/icons.tsx';
import { FindMeasure } from './find-measure.tsx';
import styles from './header.module.css';

const places = [
  { to: '/board', label: 'Board' },
  { to: '/measures', label: 'Measures' },
  { to: '/attrition', label: 'Attrition' },
  { to: '/areas', label: 'Areas' },
  { to: '/releases', label: 'Releases' },
] as const;

export function Header() {
  const [menuOpen, setMenuOpen] = useMenu();
  const pinned = useSearch({ strict: false, select: (search) => search.release });
  const release = useCurrentRelease();
  return (
    <header className={styles.header}>
      <div className={`wrap ${styles.bar}`}>
        <Link to="/board" search={{ release: pinned }} className={styles.brand}>
          <Logo />
          VAWG performance
          {release && <span className={styles.force}>{release.force.name}</span>}
        </Link>
        <nav id="places" aria-label="Main" className={styles.nav} data-open={menuOpen || undefined}>
          {places.map(({ to, label }) => (
            <Link key={to} to={to} search={{ release: pinned }} activeOptions={{ includeSearch: false }}>
              {label}
            </Link>
          ))}
        </nav>
        <div className={styles.right}>
          <FindMeasure />
          <ThemeToggle />
          <div className={styles.menu}>
            <Button
              look="quiet"
              square
              aria-label="Menu"
              aria-expanded={menuOpen}
              aria-controls="places"
              onClick={() => setMenuOpen(!menuOpen)}
            >
              {menuOpen ? <CloseIcon /> : <MenuIcon />}
            </Button>
          </div>
        </div>
      </div>
    </header>
  );
}

/** The phone's menu: shut by Escape and by going anywhere. */
function useMenu() {
  const [openAt, setOpenAt] = useState<string>();
  const href = useLocation({ select: (location) => location.href });
  useEffect(() => {
    const shut = (event: KeyboardEvent) => event.key === 'Escape' && setOpenAt(undefined);
    window.addEventListener('keydown', shut);
    return () => window.removeEventListener('keydown', shut);
  }, []);
  return [openAt === href, (open: boolean) => setOpenAt(open ? href : undefined)] as const;
}

function ThemeToggle() {
  const [theme, show] = useState(currentTheme);
  function toggle() {
    const next = theme === 'dark' ? 'light' : 'dark';
    setTheme(next);
    show(next);
  }
  return (
    <Button look="quiet" square aria-label="Dark theme" aria-pressed={theme === 'dark'} onClick={toggle}>
      <ThemeIcon />
    </Button>
  );
}

const Logo = () => (
  <svg className={styles.mark} width="26" height="20" viewBox="0 0 26 20" aria-hidden="true">
    <path d="M0 2.5h26M0 17.5h26" stroke="currentColor" strokeWidth="1.4" strokeDasharray="3 2" />
    <path
      d="M1.5 12 7 7.5l5 4.5 5-5.5 6.5 5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
    />
    <circle cx="17" cy="6.5" r="2.8" fill="currentColor" />
  </svg>
);
