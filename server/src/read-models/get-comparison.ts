import type { Comparison, ComparisonPanel } from '../contract/comparison.ts';
import { childrenOf } from '../metrics/areas.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { labelOf, offeredSets } from './comparison/area-sets.ts';
import { panelOf } from './comparison/panel.ts';
import { resolveComparison } from './comparison/question.ts';
import { stated } from './comparison/stated-reason.ts';
import { stripsOf } from './comparison/strips.ts';
import { describePage, type PanelCount } from './findings/comparison.ts';
import { getRelease } from './get-release.ts';
import { areaName } from './nodes.ts';
import type { Query } from './resolve-query.ts';

/** Everything the areas page shows, as asked in parameters. Areas keep the force's own order. @throws {QueryProblem} */
export function getComparison(release: LoadedRelease, query: Query): Comparison {
  const question = resolveComparison(release, query);
  const { areaSet, area, month } = question;
  const { pinned } = release;
  const areas = childrenOf(areaSet, area);
  const main = panelOf(release, question.main);
  const second = question.second && panelOf(release, question.second);
  const strips = stripsOf(release, { areaSet, area, month });
  const parent = areaSet.areas.find(({ code }) => code === area);
  return {
    release: getRelease(release),
    month,
    months: [...question.months],
    grain: question.grain,
    areaSet: areaSet.id,
    areaSets: offeredSets(pinned, areaSet, month),
    parent: { code: area, name: areaName(pinned, areaSet, area), kind: 'force', parent: null, ...parent },
    areas: areas.map((one) => ({ ...one })),
    title: `${labelOf(areas)}, and what chance can explain`,
    finding: {
      statement: describePage([main, ...(second ? [second] : [])].map(flaggedIn), areas.length),
      evidence: `${strips.finding.evidence} Areas also differ in roads, population and demand, which these figures do not adjust for.`,
    },
    main,
    second,
    secondAbsent: second ? null : stated('not-asked'),
    strips,
  };
}

function flaggedIn({ title, areas }: ComparisonPanel): PanelCount {
  const compared = areas.filter(({ flag }) => flag.absent === null);
  return { title, flagged: compared.length === 0 ? null : compared.filter(({ flag }) => flag.side).length };
}
