import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { loadConfig } from './config.ts';
import { checkPort } from './start/check-port.ts';
import { explainFailure } from './start/explain-failure.ts';
import { run } from './start/run.ts';
import { StopRequested, watchStopSignals } from './start/stop-signals.ts';
import { openTerminal } from './start/terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const terminal = openTerminal();
const stop = watchStopSignals(() => {
  terminal.say('Stopped without waiting.');
  process.exit(130);
});

try {
  const config = loadConfig();
  await checkPort(config.HOST, config.PORT);
  const logger = pino({ level: 'warn' }, pino.destination(2));
  await run({
    config,
    root,
    clientDir: path.join(root, 'client', 'dist'),
    terminal,
    signal: stop.signal,
    logger,
  });
} catch (error) {
  if (!(error instanceof StopRequested)) {
    terminal.say(explainFailure(error));
    process.exitCode = 1;
  }
} finally {
  stop.dispose();
  if (stop.signal.aborted) terminal.say('Stopped. The data is kept.');
}
