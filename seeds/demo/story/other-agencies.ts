import { curve } from '../curve.ts';

// The multi-agency approach (MAA) policy of July 2023 (illustrative): more calls closed by another agency.
const afterPolicy = curve(['2023-06', 1], ['2023-07', 2], ['2023-11', 4]);

/** Share of calls closed by another agency, by class of incident. */
export function otherAgencyShare(month: number, isDomestic: boolean, incidentClass: string): number {
  const usual = isDomestic ? 0.005 : incidentClass === 'public_safety' ? 0.022 : 0.008;
  return usual * afterPolicy(month);
}
