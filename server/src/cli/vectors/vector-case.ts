/** One case of a reference file; `input` is shaped by its family. */
export type VectorCase = { id: string; kind?: string; input: Record<string, unknown> };
export type VectorFile = { meta: { family: string; what: string }; cases: VectorCase[] };

/** Field names of the reference files, at the two confidence levels they ask for. */
export const levels = [
  { confidence: 0.95, lower: 'lower95', upper: 'upper95' },
  { confidence: 0.998, lower: 'lower998', upper: 'upper998' },
] as const;
