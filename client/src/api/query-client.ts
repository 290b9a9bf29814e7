import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './error.ts';

const tries = 3;

/** Tries again only where that may help, at most twice. */
export const shouldRetry = (failures: number, error: Error): boolean =>
  error instanceof ApiError && error.passing && failures < tries - 1;

/** The cache of one visit. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay: (failure) => 500 * 2 ** failure, gcTime: 30 * 60_000 },
    },
  });
