import type { Comparison, ComparisonPanel, Funnel } from '../../api/types.ts';
import type { ReadingRow } from '../../charts/model/move-reading.ts';
import { formatValue, valueFormat } from '../../format/values.ts';
import { flagDetails, pointWords } from './compared-words.ts';
import { nameOf, panelFormat } from './panel-words.ts';

/** The areas of a funnel as they are read, in their fixed order. A rate is read with the number it is drawn from. */
export function funnelRow(data: Comparison, panel: ComparisonPanel, funnel: Funnel): ReadingRow {
  const format = panelFormat(panel);
  const drawn = valueFormat(funnel.unit, panel.decimals);
  const readings = funnel.points.map(({ area, value }, x) => {
    const compared = panel.areas.find((one) => one.area === area);
    const own = compared
      ? pointWords(compared.point, format)
      : { value: formatValue(value, drawn), details: [] };
    const rate = panel.per ? [formatValue(value, drawn)] : [];
    const details = [...rate, ...own.details, ...(compared ? flagDetails(compared, format) : [])];
    return { x, name: nameOf(data.areas, area), value: own.value, details };
  });
  return { label: panel.title, readings };
}
