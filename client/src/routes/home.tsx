import { createRoute, redirect } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

/** The board is home. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/board', search, replace: true });
  },
});
