import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Sends a CSV file as it is to a table, what `\copy` does. */
export async function copyFile(client: pg.PoolClient, table: string, file: string): Promise<void> {
  const columns = await headerOf(file);
  const target = client.query(copyFrom(`copy ${table} (${columns}) from stdin with (format csv, header)`));
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), target);
}

/** The header line of a CSV file. */
export async function headerOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    for await (const line of handle.readLines()) return line;
  } finally {
    await handle.close();
  }
  throw new Error(`${file} is empty.`);
}
