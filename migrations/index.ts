import type { Migration } from 'kysely';
import * as m0001 from './0001_facts_cells_releases.ts';
import * as m0002 from './0002_baselines_and_intentions.ts';
import * as m0003 from './0003_one_current_reference_row.ts';

/** Every migration in order. Names are permanent: the database remembers which have run. */
export const migrations: Record<string, Migration> = {
  '0001_facts_cells_releases': m0001,
  '0002_baselines_and_intentions': m0002,
  '0003_one_current_reference_row': m0003,
};
