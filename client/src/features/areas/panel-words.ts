import type { Comparison, ComparisonPanel } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { type ValueFormat, valueFormat } from '../../format/values.ts';

/** One format for every figure of a panel. */
export function panelFormat({ unit, decimals, whole, areas }: ComparisonPanel): ValueFormat {
  const values = [whole, ...areas.flatMap(({ point, earlier }) => [point, earlier])];
  return valueFormat(unit, decimals, Math.max(0, ...values.map(({ value }) => Math.abs(value ?? 0))));
}

/** `Grade 2, domestic abuse; 3 months to November 2023.` */
export const panelSubtitle = ({ title, period, per }: ComparisonPanel) =>
  `${title}, ${formatPeriod(period)}${per ? `. Areas are compared by their number per ${per}` : ''}.`;

/** Where the figures come from. */
export const sourceOf = ({ release }: Comparison) => `Release ${release.number}.`;

/** Name of an area by its code. */
export const nameOf = (areas: Comparison['areas'], code: string) =>
  areas.find((area) => area.code === code)?.name ?? code;
