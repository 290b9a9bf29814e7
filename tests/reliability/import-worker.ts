import { connectTo } from '../../server/src/db/client.ts';
import { importFile } from '../../server/src/ingest/import-file.ts';

// Imports one file, and says so on its standard output: to be killed while it does.
const [databaseUrl, force, path] = process.argv.slice(2);
const { pool, close } = await connectTo(databaseUrl, () => undefined);
process.stdout.write('ready\n');
const report = await importFile({ pool, force, hmacKey: Buffer.alloc(32, 7) }, { feed: 'incidents', path });
process.stdout.write(`${report.status} in ${report.seconds}\n`);
await close();
