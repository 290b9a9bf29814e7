import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishRelease } from '../../server/src/releases/publish.ts';
import { verifyReleases } from '../../server/src/releases/verify.ts';
import { homeForce, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
beforeEach(async () => {
  kit = await openImportKit();
  const header = 'incident_ref,area_code,received_at,final_grade,domestic_abuse';
  for (const row of ['I1,N1,2023-05-01T10:00:00Z,1,true', 'I2,N2,2023-06-01T10:00:00Z,1,true']) {
    await kit.importText('incidents', [header, row]);
    await publishRelease({ db: kit.db, force: homeForce });
  }
});
afterEach(() => kit?.drop());

const differences = async (only?: number) =>
  (await verifyReleases(kit.db, homeForce, only)).map(({ number, difference }) => [number, difference]);

describe('verify', () => {
  test('finds nothing wrong with releases as they were published', async () => {
    expect(await verifyReleases(kit.db, homeForce)).toEqual([
      { number: 1, cells: 1, difference: null },
      { number: 2, cells: 2, difference: null },
    ]);
    expect(await differences(2)).toEqual([[2, null]]);
    expect(await differences(3)).toEqual([]);
  });

  test.each([
    [
      'a changed cell',
      "update cell set payload = set_byte(payload, length(payload) - 1, 99) where month = '2023-06'",
      [
        [1, null],
        [2, 'cell incident N2 2023-06 does not match its hash'],
      ],
    ],
    [
      'a changed cell whose hash was changed with it',
      `update cell set payload = '\\x00', sha256 = encode(sha256('\\x00'::bytea), 'hex') where month = '2023-05'`,
      [
        [1, 'its hash does not match its cells and what is pinned'],
        [2, 'its hash does not match its cells and what is pinned'],
      ],
    ],
    [
      'a cell that is gone',
      "delete from cell where month = '2023-05'",
      [
        [1, 'it has 0 cells and was published with 1'],
        [2, 'it has 1 cells and was published with 2'],
      ],
    ],
    [
      'a changed pinned row',
      `update release set pinned = jsonb_set(pinned, '{coverage,0,toMonth}', '"2023-12"') where number = 2`,
      [
        [1, null],
        [2, 'what is pinned in it does not match its hash'],
      ],
    ],
    [
      'a broken chain',
      "update release set previous_sha256 = 'another' where number = 2",
      [
        [1, null],
        [2, 'it is not chained to the release before it'],
      ],
    ],
    [
      'a release exchanged for another',
      `update release set sha256 = 'another' where number = 1`,
      [
        [1, 'its hash does not match its cells and what is pinned'],
        [2, 'it is not chained to the release before it'],
      ],
    ],
    [
      'a changed date',
      "update release set data_to = '2023-12-31' where number = 1",
      [
        [1, 'its hash does not match its cells and what is pinned'],
        [2, null],
      ],
    ],
  ])('finds %s, and says where', async (_, damage, expected) => {
    await kit.pool.query(damage);
    expect(await differences()).toEqual(expected);
  });
});
