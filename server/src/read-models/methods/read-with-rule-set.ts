import type { LineRule, RuleSetPoint } from '../../contract/methods.ts';
import { StatsError } from '../../stats/errors.ts';
import { plotTheDots } from '../../stats/spc/peers/plot-the-dots.ts';
import { powerBiSpc } from '../../stats/spc/peers/power-bi-spc.ts';
import { analyseRuns, qicharts2 } from '../../stats/spc/peers/qicharts2.ts';
import type { RuleSet } from '../../stats/spc/rule-set.ts';
import type { XmrPoint } from '../../stats/spc/segments.ts';
import { analyseXmr, type XmrResult } from '../../stats/spc/xmr.ts';

/** What another program's rules say of one stretch of months. */
export type PeerReading =
  | { readonly stopped: string }
  | {
      readonly stopped: null;
      readonly points: readonly Omit<RuleSetPoint, 'agrees'>[];
      readonly lineRules: readonly LineRule[];
    };

export interface PeerRuleSet {
  readonly ruleSet: RuleSet;
  /** Leaves missing months out before it begins. */
  readonly dropsMissing: boolean;
  /** Judges the line as a whole. */
  readonly judgesLine: boolean;
}

/** Other programs' rule sets, in the order of their texts. */
export const peerRuleSets: readonly PeerRuleSet[] = [
  { ruleSet: plotTheDots, dropsMissing: false, judgesLine: false },
  { ruleSet: powerBiSpc, dropsMissing: true, judgesLine: false },
  { ruleSet: qicharts2, dropsMissing: false, judgesLine: true },
];

/**
 * One stretch of months under another program's rules. Limits from its first `baselineRows` rows, or from all of them
 * where those are fewer than it has use for.
 */
export function readWithRuleSet(
  peer: PeerRuleSet,
  months: readonly XmrPoint[],
  baselineRows: number,
): PeerReading {
  const given = peer.dropsMissing ? months.filter(({ value }) => value !== null) : months;
  const result = analyse(peer.ruleSet, given, baselineRows);
  if (result instanceof StatsError) return { stopped: result.message };
  const byMonth = new Map(result.points.map((point) => [point.at, point]));
  return {
    stopped: null,
    points: months.map(({ at }) => {
      const point = byMonth.get(at);
      return {
        period: at,
        mean: point?.mean ?? null,
        lower: point?.lower ?? null,
        upper: point?.upper ?? null,
        signals: (point?.signals ?? []).map(({ rule, direction }) => ({
          rule,
          direction: direction > 0 ? ('up' as const) : ('down' as const),
        })),
      };
    }),
    lineRules: peer.judgesLine ? judgeLine(result) : [],
  };
}

const leastRows = 12;

function analyse(
  ruleSet: RuleSet,
  points: readonly XmrPoint[],
  baselineRows: number,
): XmrResult | StatsError {
  const baseline =
    baselineRows < leastRows
      ? ({ kind: 'all' } as const)
      : ({ kind: 'first-rows', count: baselineRows } as const);
  try {
    return analyseXmr(points, { grain: 'month', ruleSet, baseline });
  } catch (error) {
    if (error instanceof StatsError && error.code === 'peer-stops') return error;
    throw error;
  }
}

function judgeLine({ points }: XmrResult): LineRule[] {
  const runs = analyseRuns(points.map(({ side }) => side ?? 0));
  if (!runs) return [];
  const { useful, longestRun, longestRunMost, crossings, crossingsFewest } = runs;
  return [
    {
      rule: 'longest-run',
      value: longestRun,
      bound: longestRunMost,
      fired: longestRun > longestRunMost,
      text: `Longest run on one side of the average: ${longestRun} months; chance usually gives ${longestRunMost} at most among ${useful}.`,
    },
    {
      rule: 'crossings',
      value: crossings,
      bound: crossingsFewest,
      fired: crossings < crossingsFewest,
      text: `Crossings of the average: ${crossings}; chance usually gives ${crossingsFewest} at least among ${useful} months.`,
    },
  ];
}
