import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Release } from './types.ts';

/** What the shell says about the page inside it: force, release, whether the data is synthetic. */
let current: Release | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = () => current;

function show(release: Release) {
  if (release.sha256 === current?.sha256) return;
  current = release;
  for (const listener of listeners) listener();
}

/** The release of the page shown last; undefined until a first reply. */
export const useCurrentRelease = (): Release | undefined => useSyncExternalStore(subscribe, read);

/** Called by a page with the release of its reply, so that the shell can name it. */
export function useShowRelease(release: Release | undefined) {
  useLayoutEffect(() => {
    if (release) show(release);
  }, [release]);
}
