import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { districts, forceCode, pickDistrict } from '../demo/places.ts';

type Row = Record<string, string>;

function read(name: string): Row[] {
  return parse(readFileSync(new URL(`${name}.csv`, import.meta.url)), { columns: true });
}

const areas = read('areas');
const inSet = (set: string, kind: string) => areas.filter((row) => row.area_set === set && row.kind === kind);

describe('reference files', () => {
  it('names each area once in a set', () => {
    expect(new Set(areas.map((row) => `${row.area_set} ${row.area_code}`)).size).toBe(areas.length);
  });

  it('holds the 43 territorial forces of England and Wales and the British Transport Police', () => {
    expect(areas.filter((row) => row.kind === 'force').map((row) => row.area_code)).toHaveLength(43);
    expect(areas.filter((row) => row.kind === 'non-territorial').map((row) => row.area_code)).toEqual([
      'BTP',
    ]);
  });

  it('keeps the areas of each set in their fixed order', () => {
    const old = ['WM18-HFD', 'WM18-SHR', 'WM18-TEL', 'WM18-NWO', 'WM18-SWO'];
    expect(inSet('WM18', 'lpa').map((row) => row.area_code)).toEqual(old);
    expect(inSet('WM26', 'lpa').map((row) => row.area_code)).toEqual(['WM26-SHT', 'WM26-HWO']);
  });

  it.each(['WM18', 'WM26'])('hangs every district of %s below an area of the set', (set) => {
    const lpas = new Set(inSet(set, 'lpa').map((row) => row.area_code));
    const parents = inSet(set, 'district').map((row) => row.parent_code);
    expect(parents).toHaveLength(9);
    expect(parents.every((parent) => lpas.has(parent))).toBe(true);
  });

  it('ends the old set the day before the new one begins', () => {
    expect(new Set(areas.filter((row) => row.area_set === 'WM18').map((row) => row.valid_to))).toEqual(
      new Set(['2026-01-18']),
    );
    expect(new Set(areas.filter((row) => row.area_set === 'WM26').map((row) => row.valid_from))).toEqual(
      new Set(['2026-01-19']),
    );
  });

  it('places the demonstration in the districts of the file, with shares that add up', () => {
    const codes = inSet('WM18', 'district').map((row) => row.area_code);
    expect(new Set(districts.map(({ code }) => code))).toEqual(new Set(codes));
    expect(districts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    expect(pickDistrict(0).code).toBe(districts[0].code);
  });

  it('ships one target of the force and two thresholds of another', () => {
    const targets = read('targets').map((row) => [
      row.metric,
      row.filter,
      row.role,
      row.value,
      row.provenance,
    ]);
    expect(targets).toEqual([
      ['satisfaction.overall', 'survey=domestic_abuse', 'target', '0.8', 'own'],
      ['response.within-target', 'grade=1', 'threshold', '15', 'comparator'],
      ['response.within-target', 'grade=2', 'threshold', '60', 'comparator'],
    ]);
  });

  it('breaks the response measures at the grading review, but not the one regrading cannot move', () => {
    const broken = read('annotations').filter((row) => row.kind === 'break');
    expect(new Set(broken.map((row) => row.date))).toEqual(new Set(['2023-04-01']));
    expect(broken.map((row) => row.metric)).toContain('response.time');
    expect(broken.map((row) => row.metric)).not.toContain('response.seen-within-hour');
    expect(broken.map((row) => row.metric)).not.toContain('response.*');
  });

  it('sets the demonstration’s limits on two whole financial years', () => {
    const baselines = read('annotations').filter((row) => row.kind === 'baseline');
    expect(baselines.map((row) => [row.metric, row.date, row.until])).toEqual([
      ['*', '2021-04-01', '2023-03-31'],
    ]);
  });

  it('records the intention of December 2022 for notices, orders and referrals, the first from the minutes', () => {
    const intentions = read('annotations').filter((row) => row.kind === 'intention');
    expect(
      intentions.map((row) => [row.metric, row.filter, row.direction, row.date, row.illustrative]),
    ).toEqual([
      ['orders.issued', 'orderType=DVPN', 'increase', '2022-12-19', 'false'],
      ['orders.issued', 'orderType=DVPO', 'increase', '2022-12-19', 'true'],
      ['orders.issued', 'orderType=SPO', 'increase', '2022-12-19', 'true'],
      ['cps.referrals', '', 'increase', '2022-12-19', 'true'],
    ]);
  });

  it('gives the home force its four grades and every outcome type from 0 to 22', () => {
    expect(read('grades').map((row) => [row.force_code, row.grade])).toEqual(
      ['1', '2', '3', '4'].map((grade) => [forceCode, grade]),
    );
    const types = read('outcome-types').filter((row) => row.parent_code === '');
    expect(types.map((row) => row.code)).toEqual(Array.from({ length: 23 }, (_, code) => String(code)));
  });
});
