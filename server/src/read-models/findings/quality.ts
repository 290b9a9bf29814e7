import type { QualityCheckDefinition } from '../../metrics/quality.ts';
import { figure, whenText } from './format.ts';

/** `Arrival time is missing for 52.0% of attended incidents in Telford & Wrekin in September 2023 (tolerance 5%)`. */
export function describeCheck(
  { text, tolerance }: Pick<QualityCheckDefinition, 'text' | 'tolerance'>,
  share: number,
  place: string,
  period: string,
): string {
  const percent = Number((tolerance * 100).toFixed(2));
  return `${text(`${figure(share * 100, 1)}%`, place)} ${whenText(period)} (tolerance ${percent}%)`;
}
