/**
 * A program that uses the built-in database of the folder in its first argument: it says so in one line of
 * JSON, then stays until Ctrl-C. Tests kill it.
 */
import { openDatabase } from '../../server/src/db/client.ts';

const { databaseUrl, close } = await openDatabase({ DATA_DIR: process.argv[2] ?? '' }, () => undefined);
const staysUntilSignalled = setInterval(() => undefined, 60_000);
process.once('SIGINT', async () => {
  clearInterval(staysUntilSignalled);
  await close();
});
console.log(JSON.stringify({ databaseUrl }));
