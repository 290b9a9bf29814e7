import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEmpty } from '../../server/src/start/describe-empty.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit([]);
});
afterAll(() => kit?.drop());

const header = 'area_code,name,kind,parent_code,force_code,area_set,valid_from,valid_to';
const force = `${homeForce},Home,force,,${homeForce},,2018-01-01,`;

test('a force has areas once some of its own are loaded beside its own row', async () => {
  const withoutAreas = [
    expect.stringContaining('no areas and no release'),
    '  npm run import -- areas areas.csv',
  ];
  expect((await describeEmpty(kit.db, homeForce)).slice(0, 2)).toEqual(withoutAreas);
  await kit.importText('areas', [header, force]);
  expect((await describeEmpty(kit.db, homeForce)).slice(0, 2)).toEqual(withoutAreas);
  await kit.importText('areas', [header, force, `N,North,lpa,${homeForce},${homeForce},SET,2018-01-01,`]);
  expect((await describeEmpty(kit.db, homeForce)).slice(0, 2)).toEqual([
    expect.stringContaining('has areas but no release'),
    '  npm run import -- grades grades.csv',
  ]);
});
