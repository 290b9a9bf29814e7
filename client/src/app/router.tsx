import { createRouter } from '@tanstack/react-router';
import { areaRoute, areasRoute } from '../routes/areas.tsx';
import { attritionRoute } from '../routes/attrition.tsx';
import { boardRoute } from '../routes/board.tsx';
import { homeRoute } from '../routes/home.tsx';
import { measureRoute, measuresRoute } from '../routes/measures.tsx';
import { methodsRoute } from '../routes/methods.tsx';
import { releaseRoute, releasesRoute } from '../routes/releases.tsx';
import { rootRoute } from '../routes/root.tsx';
import { parseSearch, stringifySearch } from '../url/search.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    boardRoute,
    measuresRoute,
    measureRoute,
    attritionRoute,
    areasRoute,
    areaRoute,
    methodsRoute,
    releasesRoute,
    releaseRoute,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
