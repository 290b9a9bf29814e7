import { beforeAll, describe, expect, test } from 'vitest';
import { addMonths, lastDayOf } from '../../metrics/periods.ts';
import { firstSet, force } from '../../metrics/testing/pinned.ts';
import { binomialMass } from '../../stats/special/binomial.ts';
import { createDraw } from '../../stats/special/draw.ts';
import { criticalValue } from '../../stats/special/normal.ts';
import { normalCdf } from '../../stats/special/normal-cdf.ts';
import { createNormal, createRandom } from '../../stats/special/random.ts';
import { readLines } from '../read-lines.ts';
import { addAnswers, ask, monthsFrom2021, plantedRelease } from '../testing/planted.ts';
import { heldCell, releaseWith } from '../testing/release.ts';
import { flagAreas } from './flag-areas.ts';
import { judgeLines } from './judge-lines.ts';
import { verdictAt } from './verdict.ts';

const runs = process.env.LONG === '1' ? 2000 : 200;
const seed = Number(process.env.TEST_SEED ?? 20231219);

/** 33 months; from the 25th, April 2023, the slowest fifth of grade 2 is graded 3. Waits themselves do not change. */
function regradedRelease(normal: () => number) {
  const months = monthsFrom2021(33);
  const perMonth = 120;
  const cells = months.map((month, i) =>
    heldCell('incident', force, month, (builder) => {
      for (let incident = 0; incident < perMonth; incident++) {
        const ease = normal();
        const waitSeconds = Math.round(3900 * Math.exp(0.45 * ease + 0.45 * normal()));
        const grade = i >= 24 && ease > 0.84 ? '3' : '2';
        const rest = ['not-recorded', 'true', 'crime', 'urban', '12-18', 'false', 'standard', 'false'];
        const tuple = builder.at([grade, ...rest, 'attended', 'not-recorded']);
        tuple.counts[0] += 1;
        for (const run of [0, 3]) tuple.runs[run].push(waitSeconds);
      }
    }),
  );
  const [fromMonth, toMonth] = [months[0], months[32]];
  const coverage = [{ feed: 'incidents', areaCode: null, fromMonth, toMonth, heldTo: lastDayOf(toMonth) }];
  const breakNote = {
    kind: 'break',
    date: '2023-04-01',
    metric: 'response.time',
    areaCode: '',
    text: 'Grading review',
    source: 'A test',
    illustrative: true,
  } as const;
  const release = (annotations: (typeof breakNote)[]) =>
    releaseWith(cells, { areaSets: [firstSet], coverage, annotations });
  return { marked: release([breakNote]), unmarked: release([]) };
}

function verdictOf(release: ReturnType<typeof releaseWith>, metric: string, query = {}) {
  const { reading } = ask(release, metric, { grain: 'month', ...query });
  return verdictAt(release, judgeLines(release, reading)[0], reading, '2023-12').variation.kind;
}

describe(`planted regrading with unchanged service, ${runs} forces, seed ${seed}`, () => {
  let verdicts: Record<'seen' | 'median' | 'unmarkedMedian', string>[] = [];
  beforeAll(() => {
    const normal = createNormal(createRandom(seed));
    verdicts = Array.from({ length: runs }, () => {
      const { marked, unmarked } = regradedRelease(normal);
      return {
        seen: verdictOf(marked, 'response.seen-within-hour'),
        median: verdictOf(marked, 'response.time', { grade: '2' }),
        unmarkedMedian: verdictOf(unmarked, 'response.time', { grade: '2' }),
      };
    });
  }, 600_000);
  const shareOf = (figure: 'seen' | 'median' | 'unmarkedMedian', kind: string) =>
    verdicts.filter((one) => one[figure] === kind).length / runs;

  test('gives "Better" in at most 5% on the share seen within an hour, which it cannot move', () => {
    expect(shareOf('seen', 'improvement')).toBeLessThanOrEqual(0.05);
  });

  test('gives no verdict at all on the median of the grade it moved', () => {
    expect(shareOf('median', 'not-comparable')).toBe(1);
  });

  test('would have looked better in most forces, had the review not been recorded', () => {
    expect(shareOf('unmarkedMedian', 'improvement')).toBeGreaterThan(0.5);
  });
});

describe(`a planted 12-point difference in satisfaction, ${runs} forces, seed ${seed}`, () => {
  const months = monthsFrom2021(15);
  const random = createRandom(seed + 1);
  const [low, high] = [0.68, 0.8];

  /** How often the low area is flagged over twelve months of so many interviews an area. */
  function shareFlagged(perMonth: number): number {
    const draws = [low, high].map((p) => createDraw(binomialMass(perMonth, p), random));
    const flagged = Array.from({ length: runs }, () => {
      const release = plantedRelease(
        [
          {
            cube: 'survey_answer',
            fill: (builder, area) => addAnswers(builder, draws[area === 'A' ? 0 : 1](), perMonth),
          },
        ],
        months,
      );
      const to = addMonths('2021-04', 11);
      const { reading } = ask(release, 'satisfaction.overall', {
        by: 'area',
        grain: 'rolling-12',
        from: to,
        to,
      });
      const flags = flagAreas(release, reading, readLines(release, reading), 0);
      return [...flags].some(([{ node }, { word }]) => node === 'A' && word === 'worse');
    });
    return flagged.filter(Boolean).length / runs;
  }

  /** Power by the normal approximation: the chance that the gap passes 3.09 of its own standard errors. */
  function statedPower(perMonth: number): number {
    const [n, others] = [12 * perMonth, 48 * perMonth];
    const error = Math.sqrt((low * (1 - low)) / n + (high * (1 - high)) / others);
    return normalCdf((high - low) / error - criticalValue(0.998));
  }

  test('is found with the stated power where interviews are few: about four in five with 25 a month', () => {
    expect(statedPower(25)).toBeCloseTo(0.84, 1);
    expect(Math.abs(shareFlagged(25) - statedPower(25))).toBeLessThan(0.08);
  }, 600_000);

  test('is found almost always with the demonstration’s 66 a month', () => {
    expect(statedPower(66)).toBeGreaterThan(0.999);
    expect(shareFlagged(66)).toBeGreaterThanOrEqual(0.99);
  }, 600_000);
});
