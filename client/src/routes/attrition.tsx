import { createRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.tsx';
import type { Search } from '../url/search.ts';
import { rootRoute } from './root.tsx';

const AttritionPage = lazy(async () => ({
  default: (await import('../features/attrition/attrition-page.tsx')).AttritionPage,
}));

export const attritionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/attrition',
  // Every name is the API's own; the server says which it knows.
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  component: AttritionRoute,
});

function AttritionRoute() {
  const { release, ...parameters } = attritionRoute.useSearch();
  const navigate = useNavigate({ from: '/attrition' });
  return (
    <Suspense fallback={<Loading what="the outcomes" minHeight={1200} />}>
      <AttritionPage
        release={release}
        parameters={parameters as Record<string, string>}
        onParameters={(next) =>
          navigate({ search: release ? { ...next, release } : next, resetScroll: false })
        }
      />
    </Suspense>
  );
}
