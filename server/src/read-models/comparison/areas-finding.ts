import type { ComparedArea, ComparisonPanel } from '../../contract/comparison.ts';
import { describeAreas } from '../findings/comparison.ts';
import { figuresOf } from '../findings/format.ts';
import type { LineUnit } from '../judge/line-unit.ts';
import type { AreasReading } from './read-areas.ts';

/** The title of areas beside each other, made from their flags, and the comparisons it rests on. */
export function areasFinding(
  areas: AreasReading,
  compared: readonly ComparedArea[],
  { unit, decimals, words }: LineUnit,
): ComparisonPanel['findings']['areas'] {
  const { label } = areas.reading.metric;
  const values = compared.flatMap(({ point }) => (point.value === null ? [] : [point.value]));
  const span = values.length === 0 ? null : { lowest: Math.min(...values), highest: Math.max(...values) };
  const flagged = compared.flatMap(({ flag }, i) =>
    flag.side === null ? [] : [{ name: areas.areas[i].name, flag }],
  );
  const statement = compared.some(({ flag }) => flag.absent === null || flag.side !== null)
    ? describeAreas(
        label,
        figuresOf(unit, decimals, values),
        words,
        flagged,
        span,
        areas.areas.length,
        areas.per,
      )
    : `${label}: areas are not compared`;
  const told = compared.flatMap(({ flag }) => (flag.side === null ? [] : flag.sentence));
  const keptOut = compared.flatMap(({ flag }) => (flag.fault ? flag.sentence : []));
  const found = told.length > 0 ? told : [noneTold(compared)];
  return { statement, evidence: [...new Set([...found, ...keptOut])].join(' ') };
}

function noneTold(compared: readonly ComparedArea[]): string {
  const [first] = compared.filter(({ flag }) => flag.absent !== null);
  return first && compared.every(({ flag }) => flag.absent !== null)
    ? first.flag.sentence
    : 'No area’s 99.8% interval for its difference from the others leaves out no difference.';
}
