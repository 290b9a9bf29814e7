import type { Change, MeasurePage, Target } from '../../api/types.ts';
import { casesOf, isCount } from '../../charts/model/reading.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentWords, statusWords } from '../../format/points.ts';
import {
  formatChange,
  formatChangeNumber,
  formatNumber,
  formatValue,
  type ValueFormat,
} from '../../format/values.ts';

/** One fact of the strip beneath the filters: what, how much, and a note. */
export interface Fact {
  label: string;
  value: string;
  unit: string;
  note: string;
}

/** Latest value, its two changes, and the target in force. Differences are stated, never judged. */
export function pageFacts(page: MeasurePage, format: ValueFormat): Fact[] {
  const target = page.targets.at(-1);
  return [
    latestFact(page, format),
    ...page.changes.map((change) => changeFact(change, format)),
    ...(target ? [targetFact(target, page.latest.value, format)] : []),
  ];
}

function latestFact({ latest }: MeasurePage, format: ValueFormat): Fact {
  const marks = statusWords(latest.status);
  const label = [formatPeriod(latest.period), marks].filter(Boolean).join(', ');
  if (latest.value === null) return { label, value: absentWords(latest.absent), unit: '', note: '' };
  return { label, ...withUnit(latest.value, format), note: casesOf(latest, isCount(format)) };
}

const withUnit = (value: number, format: ValueFormat) => ({
  value: `${formatNumber(value, format)}${format.sign}`,
  unit: format.unit,
});

function changeFact({ against, value, from, comparable }: Change, format: ValueFormat): Fact {
  const label = `Change on ${formatPeriod(against)}`;
  if (!comparable)
    return { label, value: 'Not comparable', unit: '', note: 'A break in the counting lies between' };
  if (value === null || from === null)
    return { label, value: 'Not known', unit: '', note: `There is no value for ${formatPeriod(against)}` };
  return {
    label,
    value: formatChangeNumber(value, format),
    unit: format.changeUnit,
    note: `From ${formatValue(from, format)}`,
  };
}

function targetFact(target: Target, latest: number | null, format: ValueFormat): Fact {
  const whose = target.provenance === 'own' ? 'The force’s own' : 'A comparator, another force’s';
  return {
    label: target.provenance === 'own' ? 'Target' : 'Comparator',
    value: `${target.comparison === '>=' ? '≥' : '≤'} ${formatNumber(target.value, { ...format, decimals: 0 })}${format.sign}`,
    unit: format.unit,
    note: latest === null ? whose : `${whose}. Latest: ${formatChange(latest - target.value, format)}`,
  };
}
