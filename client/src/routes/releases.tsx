import { createRoute } from '@tanstack/react-router';
import { ReleasePage } from '../features/releases/release-page.tsx';
import { ReleasesPage } from '../features/releases/releases-page.tsx';
import { rootRoute } from './root.tsx';

export const releasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases',
  component: ReleasesPage,
});

export const releaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases/$number',
  component: function ReleaseRoute() {
    const { number } = releaseRoute.useParams();
    return <ReleasePage number={number} />;
  },
});
