/**
 * Moves labels apart so that neighbours stand at least `gap` pixels from each other, each as near to its own place
 * as the others allow, all between `top` and `bottom` where they fit.
 *
 * @param places wanted y of each label, in any order.
 * @returns y of each label, in the order given.
 */
export function nudgeApart(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  // Labels that would touch are gathered into blocks; a block stands around the mean of its wanted places.
  const blocks: { wanted: number[]; start: number }[] = [];
  for (const { place } of order) {
    blocks.push({ wanted: [place], start: clamp(place, top, bottom) });
    settle(blocks, gap, top, bottom);
  }
  const result: number[] = new Array(places.length).fill(0);
  let next = 0;
  for (const { wanted, start } of blocks) {
    for (const offset of wanted.keys()) {
      const entry = order[next++];
      if (entry) result[entry.index] = start + offset * gap;
    }
  }
  return result;
}

function settle(blocks: { wanted: number[]; start: number }[], gap: number, top: number, bottom: number) {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.start + before.wanted.length * gap <= last.start) return;
    const wanted = [...before.wanted, ...last.wanted];
    const height = (wanted.length - 1) * gap;
    const centre = wanted.reduce((sum, place) => sum + place, 0) / wanted.length;
    blocks.splice(-2, 2, { wanted, start: clamp(centre - height / 2, top, Math.max(top, bottom - height)) });
  }
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
