import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { Announcer } from '../../ui/announce.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { PaperLine } from './paper-line.tsx';
import { ReleaseNotice } from './release-notice.tsx';
import styles from './shell.module.css';
import { SyntheticBanner } from './synthetic-banner.tsx';

/** What surrounds every page: skip link, header, the word "synthetic", the page itself, footer. */
export function Shell({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to main content
      </a>
      <Header />
      <SyntheticBanner />
      <main id="main" ref={main} tabIndex={-1} className="wrap">
        <ReleaseNotice />
        {children}
      </main>
      <Footer />
      <PaperLine />
      <Announcer />
    </>
  );
}

/** A new page starts where a full load would: at its beginning. A new filter on the same page moves nothing. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const path = useLocation({ select: (location) => location.pathname });
  const shownPath = useRef(path);
  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
