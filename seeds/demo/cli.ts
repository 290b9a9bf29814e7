import { parseArgs } from 'node:util';
import { type DemoOptions, generateDemo, usualSeed } from './generate.ts';

const usage =
  'npm run seed -- --out DIR [--from 2019-04] [--to 2023-11] [--scale 1] [--seed 20231219]\n' +
  'Writes synthetic demonstration files and a manifest.json that lists them.';

function readOptions(args: string[]): DemoOptions {
  const text = { type: 'string' } as const;
  const options = { from: text, to: text, scale: text, seed: text, out: text };
  const { values } = parseArgs({ args, options, strict: true });
  if (!values.out) throw new RangeError('--out DIR is missing: name the folder to write to.');
  const scale = Number(values.scale ?? '1');
  const seed = Number(values.seed ?? usualSeed);
  if (!Number.isInteger(seed)) throw new RangeError(`--seed ${values.seed} is not a whole number.`);
  return { from: values.from ?? '2019-04', to: values.to ?? '2023-11', scale, seed, out: values.out };
}

try {
  const started = performance.now();
  const manifest = await generateDemo({
    ...readOptions(process.argv.slice(2)),
    notify: ({ month, done, total }) => {
      if (done % 12 === 0 || done === total)
        process.stderr.write(`  ${month} written (${done} of ${total})\n`);
    },
  });
  const rows = manifest.releases
    .flatMap((release) => release.files)
    .reduce((sum, file) => sum + file.rows, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`${rows} synthetic rows in ${manifest.releases.length} releases, ${seconds} s.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}\n`);
  process.exitCode = 2;
}
