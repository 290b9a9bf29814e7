import type { Pinned, PinnedArea, PinnedAreaSet, PinnedCoverage, PinnedTarget } from '../pinned.ts';

export const force = 'E23000016';

const area = (code: string, kind: string, parent: string): PinnedArea => ({ code, name: code, kind, parent });

/** Force → North (N1, N2) and South (S1), to the end of 2025. */
export const firstSet: PinnedAreaSet = {
  id: 'SET1',
  validFrom: '2018-01-01',
  validTo: '2025-12-30',
  areas: [
    area('N', 'lpa', force),
    area('S', 'lpa', force),
    area('N1', 'district', 'N'),
    area('N2', 'district', 'N'),
    area('S1', 'district', 'S'),
  ],
};

/** Force → Whole (N1, N2, S1), from the last day of 2025. */
export const secondSet: PinnedAreaSet = {
  id: 'SET2',
  validFrom: '2025-12-31',
  validTo: null,
  areas: [
    area('W', 'lpa', force),
    area('N1', 'district', 'W'),
    area('N2', 'district', 'W'),
    area('S1', 'district', 'W'),
  ],
};

/** What a release pins, with nothing in it but areas. */
export function pinnedWith(parts: Partial<Pinned>): Pinned {
  return {
    force: { code: force, name: 'Home force' },
    forces: [{ code: force, name: 'Home force' }],
    areaSets: [firstSet, secondSet],
    grades: [],
    outcomeTypes: [],
    targets: [],
    annotations: [],
    coverage: [],
    definitions: {},
    cubes: {},
    ...parts,
  };
}

export function coverage(
  fromMonth: string,
  toMonth: string,
  heldTo: string,
  areaCode: string | null = null,
): PinnedCoverage {
  return { feed: 'incidents', areaCode, fromMonth, toMonth, heldTo };
}

export function threshold(filter: string, minutes: number, more: Partial<PinnedTarget> = {}): PinnedTarget {
  return {
    metric: 'response.within-target',
    statistic: '',
    filter,
    areaCode: '',
    role: 'threshold',
    comparison: '<=',
    value: minutes,
    unit: 'minutes',
    validFrom: '2018-01-01',
    validTo: null,
    provenance: 'comparator',
    source: 'A test',
    ...more,
  };
}

export function target(value: number, more: Partial<PinnedTarget> = {}): PinnedTarget {
  const base = threshold('', value, { metric: 'satisfaction.overall', role: 'target', comparison: '>=' });
  return { ...base, unit: 'fraction', provenance: 'own', ...more };
}
