import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCurrentRelease } from '../../api/current-release.ts';
import { liveRelease, releaseStateQuery } from '../../api/queries.ts';
import type { Release, ReleaseState } from '../../api/types.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import styles from './shell.module.css';

/** Tells a reader of an older release which one is out. The page itself never switches by itself. */
export function ReleaseNotice() {
  const release = useCurrentRelease();
  return release ? <Notice release={release} /> : null;
}

function Notice({ release }: { release: Release }) {
  const pinned = useSearch({ strict: false, select: (search) => search.release });
  const { data: state } = useQuery({
    ...releaseStateQuery(release.number),
    // A page without a release in its address has just been given the live one: no need to ask.
    initialData: pinned === undefined ? liveState(release.number) : undefined,
  });
  if (!state || (state.live === state.number && state.status === 'live')) return null;
  return (
    <div className={`${styles.notice} screen-only`}>
      <Message tone="notice" title={noticeTitle(state)} actions={<Ways live={state.live} />}>
        {state.status === 'withdrawn' && <p>Its figures should not be quoted.</p>}
      </Message>
    </div>
  );
}

const liveState = (number: number): ReleaseState => ({ number, status: 'live', live: number });

const noticeTitle = ({ number, status, live }: ReleaseState): string =>
  status === 'withdrawn'
    ? `You are reading Release ${number}, which has been withdrawn. Release ${live} is out.`
    : `You are reading Release ${number}. Release ${live} is out.`;

function Ways({ live }: { live: number }) {
  const client = useQueryClient();
  const navigate = useNavigate();

  async function goToLive() {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === liveRelease });
    await client.invalidateQueries({ queryKey: ['releases'] });
    await navigate({ to: '.', search: ({ release: _pinned, ...rest }) => rest });
  }

  return (
    <>
      <Button small look="primary" onClick={goToLive}>
        Go to Release {live}
      </Button>
      <Link
        to="/releases/$number"
        params={{ number: String(live) }}
        search={{}}
        className={buttonClass({ small: true })}
      >
        About Release {live}
      </Link>
    </>
  );
}
