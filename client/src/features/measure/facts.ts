import type { Change, MeasurePage, Outlook, Target, Variation } from '../../api/types.ts';
import { casesOf, isCount } from '../../charts/model/reading.ts';
import { formatPeriod } from '../../format/periods.ts';
import { noValueWords, statusWords } from '../../format/points.ts';
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
  /** A verdict stands in words beside its icon. */
  verdict?: { variation: Variation } | { outlook: Outlook } | 'none';
}

/** Latest value, its two changes, and both verdicts. Differences are stated; only a rule judges. */
export function pageFacts(page: MeasurePage, format: ValueFormat): Fact[] {
  const { outlook } = page;
  const target = page.targets.at(-1);
  return [
    latestFact(page, format),
    ...page.changes.map((change) => changeFact(change, format)),
    ...variationFacts(page),
    ...(outlook ? [outlookFact(outlook, target, format)] : []),
    ...(!outlook && target ? [targetFact(target, page.latest.value, format)] : []),
  ];
}

/** The verdict of the month judged, which may be older than the latest; or why a line of this kind has none. */
function variationFacts({ variation, verdictAbsent, latest }: MeasurePage): Fact[] {
  if (!variation) {
    const note = verdictAbsent?.text;
    return note ? [{ label: 'Variation', value: 'Not judged', unit: '', note, verdict: 'none' }] : [];
  }
  const older = variation.at !== null && variation.at !== latest.period;
  return [
    {
      label: older ? `Variation, ${formatPeriod(variation.at ?? '')}` : 'Variation',
      value: variation.word,
      unit: '',
      note: variation.sentence,
      verdict: { variation },
    },
  ];
}

function outlookFact(outlook: Outlook, target: Target | undefined, format: ValueFormat): Fact {
  const against = target
    ? `${targetWords(target, format)} ${target.provenance === 'own' ? 'target' : 'comparator'}`
    : 'target';
  return {
    label: `Against the ${against}`,
    value: outlook.word,
    unit: '',
    note: outlook.kind === 'no-target' ? '' : outlook.sentence,
    verdict: { outlook },
  };
}

/** `≥ 80%` */
const targetWords = ({ comparison, value }: Target, format: ValueFormat) =>
  `${comparison === '>=' ? '≥' : '≤'} ${formatNumber(value, { ...format, decimals: 0 })}${format.sign}`;

function latestFact({ latest }: MeasurePage, format: ValueFormat): Fact {
  const marks = statusWords(latest.status);
  const label = [formatPeriod(latest.period), marks].filter(Boolean).join(', ');
  if (latest.value === null) return { label, value: noValueWords(latest), unit: '', note: '' };
  return { label, ...withUnit(latest.value, format), note: casesOf(latest, isCount(format)) };
}

const withUnit = (value: number, format: ValueFormat) => ({
  value: `${formatNumber(value, format)}${format.sign}`,
  unit: format.unit,
});

function changeFact({ against, value, from, comparable }: Change, format: ValueFormat): Fact {
  const label = `Change on ${formatPeriod(against)}`;
  if (!comparable)
    return { label, value: 'Not comparable', unit: '', note: 'The counting changed in between' };
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
    value: targetWords(target, format),
    unit: format.unit,
    note: latest === null ? whose : `${whose}. Latest: ${formatChange(latest - target.value, format)}`,
  };
}
