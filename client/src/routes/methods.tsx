import { createRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.tsx';
import { rootRoute } from './root.tsx';

const MethodsPage = lazy(async () => ({
  default: (await import('../features/methods/methods-page.tsx')).MethodsPage,
}));

export const methodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/methods',
  component: () => (
    <Suspense fallback={<Loading what="the methods" minHeight={1600} />}>
      <MethodsPage />
    </Suspense>
  ),
});
