import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Shell } from '../features/shell/shell.tsx';
import { ErrorMessage } from '../ui/message.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { NotFoundPage } from './not-found.tsx';

/** What every address may carry: the release a reader has pinned. */
export interface RootSearch {
  release?: string;
}

export const rootRoute = createRootRoute({
  validateSearch: ({ release }: Record<string, unknown>): RootSearch =>
    typeof release === 'string' ? { release } : {},
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  const words = error instanceof Error ? error.message : String(error);
  return (
    <Shell>
      <PageHead eyebrow="Something went wrong" heading="This page could not be shown" />
      <ErrorMessage
        title="The page itself failed"
        error={{ message: `Try again, or report these words: ${words}` }}
        onRetry={reset}
      />
    </Shell>
  );
}
