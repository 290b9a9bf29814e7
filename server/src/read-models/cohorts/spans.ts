import {
  grainOfPeriod,
  type Month,
  monthRange,
  type Period,
  parsePeriod,
  periodEnding,
} from '../../metrics/periods.ts';
import { QueryProblem } from '../query-problem.ts';

const MOST_MONTHS = 120;
const BETWEEN = '..';
const SHAPES = ['P12M/2023-05', '2023/24-Q1', '2023/24', '2023-05', `2023-06${BETWEEN}2023-11`];

/** The months between two, under the name of the period they make, or of their first and last. */
export function spanOf(first: Month, last: Month): Period {
  const months = monthRange(first, last);
  const named = [periodEnding('month', last), periodEnding('rolling-12', last)];
  const name = named.find((period) => period?.months.length === months.length)?.name;
  return { name: name ?? `${first}${BETWEEN}${last}`, months };
}

/** Reads a period of any grain, or two months with `..` between. @throws {QueryProblem} 400 `unknown-period` */
export function parseSpan(parameter: string, text: string): Period {
  const grain = grainOfPeriod(text);
  const period = grain === null ? parseBetween(text) : parsePeriod(grain, text);
  if (period && period.months.length > 0 && period.months.length <= MOST_MONTHS) return period;
  const detail = `"${text}" is not a span of 1 to ${MOST_MONTHS} months: write it as ${SHAPES.join(', ')}.`;
  throw new QueryProblem({ code: 'unknown-period', detail, parameter, valid: SHAPES });
}

function parseBetween(text: string): Period | null {
  const [first, last, ...more] = text.split(BETWEEN).map((month) => parsePeriod('month', month));
  return first && last && more.length === 0 ? spanOf(first.name, last.name) : null;
}
