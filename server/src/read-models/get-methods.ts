import type { Method, Methods } from '../contract/methods.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { Kept } from './judge/kept.ts';
import { madeUpExample } from './methods/made-up-example.ts';
import { type ExampleSource, exampleSource, methodExamples } from './methods/method-examples.ts';
import { methodTexts } from './methods/method-texts.ts';
import { ruleSetExamples } from './methods/rule-set-examples.ts';
import { ruleSetTexts } from './methods/rule-set-texts.ts';

const kept = new Kept<LoadedRelease, Methods>(1);

/** Rule sets and methods in plain words, with examples read from the live release; none before the first. */
export function getMethods(live: LoadedRelease | null): Methods {
  return live ? kept.get(live, 'methods', () => readMethods(live)) : describeMethods(null, null);
}

function readMethods(release: LoadedRelease): Methods {
  return describeMethods(release, exampleSource(release));
}

function describeMethods(release: LoadedRelease | null, source: ExampleSource | null): Methods {
  const [inUse] = ruleSetTexts;
  return {
    release: release?.number ?? null,
    synthetic: release?.record.synthetic ?? false,
    ruleSets: [...ruleSetTexts],
    patterns: patterns.map((rule) => ({
      rule,
      text: inUse.rules.find(({ term }) => term === rule)?.text ?? '',
    })),
    examples: [...(release ? ruleSetExamples(release) : []), madeUpExample()],
    methods: methodTexts.map((text): Method => {
      const make = methodExamples[text.id];
      const example = (source && make?.(source)) ?? null;
      return { ...text, example, exampleAbsent: example ? null : whyNone(source, make !== undefined) };
    }),
  };
}

const patterns = ['outside', 'trend', 'two-in-three', 'shift'] as const;

function whyNone(source: ExampleSource | null, isOffered: boolean): string {
  if (!isOffered) return 'Seen on the pages themselves; no single number would show it.';
  return source
    ? 'The live release holds no figure that would show it.'
    : 'No release has been published yet.';
}
