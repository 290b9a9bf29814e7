import type { TimePart } from '../../contract/area-page.ts';
import type { Finding } from '../../contract/verdict.ts';
import { capitalised, countText, type Figures, listText, othersOf, othersText } from './format.ts';

const partNames = { dispatch: 'dispatch', travel: 'travel' } as const;

/**
 * Which part of the wait is told apart from the other areas: `Shropshire: travel is slower than in the other areas by
 * more than chance; dispatch is not told apart`, with the means as evidence.
 */
export function describeParts(
  area: string,
  label: string,
  figures: Figures,
  parts: readonly Pick<TimePart, 'component' | 'flag' | 'meanSeconds' | 'othersMeanSeconds'>[],
): Finding {
  const by = (side: 'higher' | 'lower' | null) =>
    parts
      .filter(({ flag }) => flag.absent === null && flag.side === side)
      .map(({ component }) => partNames[component]);
  const others = parts[0] ? othersOf(parts[0].flag) : 'the other areas';
  const clauses = [
    ...said(by('higher'), `slower than in ${others} by more than chance`),
    ...said(by('lower'), `quicker than in ${others} by more than chance`),
    ...said(by(null), `not told apart from ${others}`),
  ];
  const means = parts.flatMap(({ component, meanSeconds, othersMeanSeconds }) =>
    meanSeconds === null || othersMeanSeconds === null
      ? []
      : [
          `${partNames[component]} ${figures.number(meanSeconds)} against ${figures.value(othersMeanSeconds)}`,
        ],
  );
  return {
    statement: `${area}, ${label}: ${clauses.length === 0 ? 'no comparison can be made' : clauses.join('; ')}`,
    evidence: means.length === 0 ? 'No incident has every stamp.' : `Means: ${means.join(', ')}.`,
  };
}

function said(names: readonly string[], text: string): string[] {
  return names.length === 0 ? [] : [`${listText(names)} ${names.length === 1 ? 'is' : 'are'} ${text}`];
}

/** Title of an area's page: how many of its measures really changed, and how many differ from the other areas. */
export function describeArea(
  name: string,
  counts: {
    readonly judged: number;
    readonly changed: number;
    readonly compared: number;
    readonly differing: number;
    /** Areas compared, this one among them. */
    readonly areas: number;
  },
): Finding {
  const { judged, changed, compared, differing } = counts;
  const others = othersText(counts.areas);
  const moved = judged === 0 ? 'no measure can be judged on its own line' : movedText(changed);
  const apart =
    compared === 0
      ? ''
      : `; ${differing === 0 ? 'none differs' : `${countText(differing)} ${differing === 1 ? 'differs' : 'differ'}`} from ${others} by more than chance`;
  return {
    statement: `${name}: ${moved}${apart}`,
    evidence: `${capitalised(countText(judged))} ${judged === 1 ? 'measure' : 'measures'} judged by month, ${countText(compared)} compared with ${others}.`,
  };
}

function movedText(changed: number): string {
  if (changed === 0) return 'no measure shows a real change on its own line';
  if (changed === 1) return 'one measure shows a real change on its own line';
  return `${countText(changed)} measures show a real change on their own lines`;
}

/** What to say where the rules picked nothing out. */
export function nothingChanged(name: string): string {
  return `Nothing stands out in ${name} this month. Its judged measures moved only as usual. A steady figure can still be a poor one.`;
}
