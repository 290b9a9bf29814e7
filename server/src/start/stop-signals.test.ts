import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { watchStopSignals } from './stop-signals.ts';

function watch() {
  const source = new EventEmitter();
  const force = vi.fn();
  let milliseconds = 0;
  const stop = watchStopSignals(force, source, () => milliseconds);
  const send = (name: string, at: number): void => {
    milliseconds = at;
    source.emit(name);
  };
  return { source, force, stop, send };
}

describe('watchStopSignals', () => {
  test.each(['SIGINT', 'SIGTERM'])('asks for a stop at the first %s', (name) => {
    const { stop, send, force } = watch();
    expect(stop.signal.aborted).toBe(false);
    send(name, 0);
    expect(stop.signal.aborted).toBe(true);
    expect(force).not.toHaveBeenCalled();
  });

  test('takes the echo of a Ctrl-C for the same one', () => {
    const { send, force } = watch();
    send('SIGINT', 0);
    send('SIGINT', 40);
    expect(force).not.toHaveBeenCalled();
  });

  test('forces at a second Ctrl-C', () => {
    const { send, force } = watch();
    send('SIGINT', 0);
    send('SIGINT', 1500);
    expect(force).toHaveBeenCalledOnce();
  });

  test('listens no more when disposed of', () => {
    const { source, stop } = watch();
    stop.dispose();
    expect(source.listenerCount('SIGINT') + source.listenerCount('SIGTERM')).toBe(0);
  });
});
