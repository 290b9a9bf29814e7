import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../plugins/http-problem.ts';
import { apiHeaders } from '../plugins/security-headers.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import type { ReleaseStore } from '../releases/store.ts';

/** What brings a first release about, for people and for the page that shows it. */
export const commandsToLoad: readonly string[] = [
  'npm run import -- areas areas.csv',
  'npm run import -- grades grades.csv',
  'npm run import -- incidents incidents.csv',
  'npm run release -- publish',
];

/** @throws {HttpProblem} 404 `no-release` before the first publish, `unknown-release` naming the range */
export function findRelease(store: ReleaseStore, asked: string): LoadedRelease {
  const release = /^[1-9]\d{0,8}$/.test(asked) ? store.get(Number(asked)) : undefined;
  if (release !== undefined) return release;
  const numbers = liveOf(store) && store.all().map(({ number }) => number);
  const range = numbers.length === 1 ? 'only release 1' : `releases 1 to ${Math.max(...numbers)}`;
  const detail = `There is no release ${asked}: there ${numbers.length === 1 ? 'is' : 'are'} ${range}. Use a number, or latest.`;
  throw new HttpProblem({
    status: 404,
    code: 'unknown-release',
    detail,
    valid: [...numbers.map(String), 'latest'],
  });
}

/** Sends a reader of `latest` to the number, which can be cited. */
export function redirectToLive(
  store: ReleaseStore,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const address = request.url.replace('/releases/latest', `/releases/${liveOf(store).number}`);
  return reply.headers({ ...apiHeaders, 'cache-control': 'no-store' }).redirect(address, 307);
}

function liveOf(store: ReleaseStore): LoadedRelease {
  const live = store.live();
  if (live !== null) return live;
  const detail =
    'No release has been published yet. Load areas, then files, then publish; npm run feeds -- template FEED prints an empty file.';
  throw new HttpProblem({ status: 404, code: 'no-release', detail, commands: [...commandsToLoad] });
}
