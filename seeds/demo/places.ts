import { weighted } from './random.ts';

/** Local policing areas as they stood from 2018 to 18 January 2026, in their fixed order. */
export const lpas = ['herefordshire', 'shropshire', 'telford', 'north-worcs', 'south-worcs'] as const;
export type Lpa = (typeof lpas)[number];

export interface District {
  code: string;
  lpa: Lpa;
  /** Place in `lpas`. */
  lpaIndex: number;
  /** Share of the force's demand. */
  weight: number;
  /** Share of that demand in rural beats. */
  rural: number;
}

export const forceCode = 'E23000016';

const rows: readonly (readonly [code: string, lpa: Lpa, weight: number, rural: number])[] = [
  ['E06000019', 'herefordshire', 0.145, 0.46],
  ['E06000051', 'shropshire', 0.215, 0.52],
  ['E06000020', 'telford', 0.195, 0.1],
  ['E07000234', 'north-worcs', 0.075, 0.36],
  ['E07000236', 'north-worcs', 0.085, 0.05],
  ['E07000239', 'north-worcs', 0.085, 0.26],
  ['E07000237', 'south-worcs', 0.105, 0.03],
  ['E07000238', 'south-worcs', 0.06, 0.58],
  ['E07000235', 'south-worcs', 0.035, 0.6],
];

export const districts: readonly District[] = rows.map(([code, lpa, weight, rural]) => ({
  code,
  lpa,
  lpaIndex: lpas.indexOf(lpa),
  weight,
  rural,
}));

/** The district in which a uniform draw falls. */
export const pickDistrict = weighted(districts.map((district) => [district, district.weight]));
