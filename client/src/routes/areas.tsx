import { createRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.tsx';
import type { Search } from '../url/search.ts';
import { rootRoute } from './root.tsx';

const AreasPage = lazy(async () => ({
  default: (await import('../features/areas/areas-page.tsx')).AreasPage,
}));
const AreaPage = lazy(async () => ({
  default: (await import('../features/area/area-page.tsx')).AreaPage,
}));

export const areasRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/areas',
  // Every name is the API's own; the server says which it knows.
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  component: AreasRoute,
});

function AreasRoute() {
  const { release, ...parameters } = areasRoute.useSearch();
  const navigate = useNavigate({ from: '/areas' });
  return (
    <Suspense fallback={<Loading what="the areas" minHeight={1600} />}>
      <AreasPage
        release={release}
        parameters={parameters as Record<string, string>}
        onParameters={(next) =>
          navigate({ search: release ? { ...next, release } : next, resetScroll: false })
        }
      />
    </Suspense>
  );
}

export const areaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/areas/$code',
  validateSearch: ({ month }: Record<string, unknown>): { month?: string } =>
    typeof month === 'string' ? { month } : {},
  component: AreaRoute,
});

function AreaRoute() {
  const { code } = areaRoute.useParams();
  const { release, month } = areaRoute.useSearch();
  const navigate = useNavigate({ from: '/areas/$code' });
  return (
    <Suspense fallback={<Loading what="the area" minHeight={1600} />}>
      <AreaPage
        code={code}
        release={release}
        month={month}
        onMonth={(next) => navigate({ search: (search) => ({ ...search, month: next }), resetScroll: false })}
      />
    </Suspense>
  );
}
