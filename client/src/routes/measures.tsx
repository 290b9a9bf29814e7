import { createRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.tsx';
import type { Search } from '../url/search.ts';
import { rootRoute } from './root.tsx';

const CataloguePage = lazy(async () => ({
  default: (await import('../features/catalogue/catalogue-page.tsx')).CataloguePage,
}));
const MeasurePage = lazy(async () => ({
  default: (await import('../features/measure/measure-page.tsx')).MeasurePage,
}));

/** Words the catalogue is narrowed by. */
export interface CatalogueSearch {
  find?: string;
}

export const measuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/measures',
  validateSearch: ({ find }: Record<string, unknown>): CatalogueSearch =>
    typeof find === 'string' ? { find } : {},
  component: CatalogueRoute,
});

function CatalogueRoute() {
  const { release, find } = measuresRoute.useSearch();
  const navigate = useNavigate({ from: '/measures' });
  return (
    <Suspense fallback={<Loading what="the measures" minHeight={900} />}>
      <CataloguePage
        release={release}
        find={find ?? ''}
        onFind={(words) =>
          navigate({
            search: (search) => ({ ...search, find: words || undefined }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </Suspense>
  );
}

export const measureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/measures/$id',
  // Every name is the API's own; the server says which a metric knows.
  validateSearch: (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  component: MeasureRoute,
});

function MeasureRoute() {
  const { id } = measureRoute.useParams();
  const search = measureRoute.useSearch();
  const navigate = useNavigate({ from: '/measures/$id' });
  return (
    <Suspense fallback={<Loading what="the measure" minHeight={1600} />}>
      <MeasurePage
        // Another metric is another page: nothing of the one before stays.
        key={id}
        metricId={id}
        search={search}
        onSearch={(next) => navigate({ search: next, resetScroll: false })}
      />
    </Suspense>
  );
}
