/**
 * `npm run stats:run -- FILE…`: reads reference vectors and prints one JSON object `{ id: output }`. Only JSON goes to
 * stdout; a case without an answer gives `{ "error": "…" }`. Translates field names; the engine does the statistics.
 */
import { readFileSync } from 'node:fs';
import { runCohort } from './vectors/cohorts.ts';
import { runFunnel } from './vectors/funnels.ts';
import { runProportion, runQuantiles, runRate, runTwoProportions } from './vectors/intervals.ts';
import { runSpc } from './vectors/spc.ts';
import { runTime } from './vectors/time.ts';
import type { VectorCase, VectorFile } from './vectors/vector-case.ts';

const families: Record<string, (one: VectorCase, what: string) => unknown> = {
  A: ({ input }) => runSpc(input),
  B: ({ input }, what) => (what.startsWith('Rate') ? runRate(input) : runProportion(input)),
  C: (one) => runFunnel(one),
  D: ({ input }) => runQuantiles(input),
  E: ({ input }) => runCohort(input),
  F: ({ kind, input }) => {
    if ('x1' in input) return runTwoProportions(input);
    throw new Error(`Cases of kind "${kind ?? 'unnamed'}" in section F are not offered yet.`);
  },
  G: (one) => runTime(one),
};

function runFile(path: string): [string, unknown][] {
  const { meta, cases } = JSON.parse(readFileSync(path, 'utf8')) as VectorFile;
  const run = families[meta?.family];
  if (!run || !Array.isArray(cases)) throw new Error(`${path} is not a file of reference vectors (A to G).`);
  return cases.map((one) => [one.id, answer(() => run(one, meta.what))]);
}

function answer(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  process.stderr.write('Name one or more files of reference vectors: npm run stats:run -- FILE…\n');
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(paths.flatMap(runFile)))}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
