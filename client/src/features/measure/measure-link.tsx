import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface MeasureLinkProps {
  metric: string;
  /** Filters and periods of the figure, as the measure page's address has them. */
  search: Record<string, string>;
  /** Release in the address, kept on the way. */
  pinned: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** The way from a figure to the measure page that shows it. */
export const MeasureLink = ({ metric, search, pinned, className, children }: MeasureLinkProps) => (
  <Link
    to="/measures/$id"
    params={{ id: metric }}
    search={pinned ? { ...search, release: pinned } : search}
    className={className}
  >
    {children}
  </Link>
);
