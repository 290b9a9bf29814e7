import { once } from 'node:events';
import pino from 'pino';
import { loadConfig } from '../../server/src/config.ts';
import { run } from '../../server/src/start/run.ts';
import { watchStopSignals } from '../../server/src/start/stop-signals.ts';
import { openTerminal } from '../../server/src/start/terminal.ts';

/** `npm start` with a small demonstration and no dashboard to build, for tests that end it. */
const stop = watchStopSignals(() => process.exit(130));
const absent = '/nowhere';
try {
  await run({
    config: loadConfig(),
    root: absent,
    clientDir: absent,
    terminal: openTerminal(),
    signal: stop.signal,
    logger: pino({ level: 'silent' }),
    demoScale: 0.01,
  });
} catch (error) {
  if (!stop.signal.aborted) throw error;
} finally {
  stop.dispose();
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
}
