/** npm sends Ctrl-C on to a program that the terminal has already told, so two at once are one. */
const sameKeyMilliseconds = 1000;

export interface StopSignals {
  /** Aborted at the first SIGINT or SIGTERM. */
  signal: AbortSignal;
  dispose(): void;
}

/**
 * Turns Ctrl-C (SIGINT) and SIGTERM into one orderly stop. One that comes later, while stopping, calls
 * `force`.
 */
export function watchStopSignals(
  force: () => void,
  source: NodeJS.EventEmitter = process,
  now: () => number = () => performance.now(),
): StopSignals {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt === undefined) {
      firstAt = now();
      controller.abort(new StopRequested());
    } else if (now() - firstAt > sameKeyMilliseconds) {
      force();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM']) source.on(name, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of ['SIGINT', 'SIGTERM']) source.off(name, onSignal);
    },
  };
}

/** The person asked to stop: not a fault. */
export class StopRequested extends Error {
  constructor() {
    super('Stop was asked for.');
    this.name = 'StopRequested';
  }
}
