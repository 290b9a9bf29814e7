import { createRoute, useNavigate } from '@tanstack/react-router';
import { BoardPage } from '../features/board/board-page.tsx';
import { rootRoute } from './root.tsx';

export interface BoardSearch {
  /** Board month, `2023-11`; the newest of the release unless given. */
  month?: string;
}

export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: ({ month }: Record<string, unknown>): BoardSearch =>
    typeof month === 'string' ? { month } : {},
  component: BoardRoute,
});

function BoardRoute() {
  const { release, month } = boardRoute.useSearch();
  const navigate = useNavigate({ from: '/board' });
  return (
    <BoardPage
      release={release}
      month={month}
      onMonth={(next) => navigate({ search: (search) => ({ ...search, month: next }), resetScroll: false })}
    />
  );
}
