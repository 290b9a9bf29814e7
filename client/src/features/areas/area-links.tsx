import { Link } from '@tanstack/react-router';
import type { Comparison } from '../../api/types.ts';

/** The way to the page of each area, in the fixed order. */
export const AreaLinks = ({ data, pinned }: { data: Comparison; pinned: string | undefined }) => (
  <nav aria-labelledby="area-links">
    <h2 id="area-links">Every measure of one area</h2>
    <ul>
      {data.areas.map(({ code, name }) => (
        <li key={code}>
          <Link
            to="/areas/$code"
            params={{ code }}
            search={{ month: data.month, ...(pinned ? { release: pinned } : {}) }}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
