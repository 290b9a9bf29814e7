/** Maps a stretch of values to a stretch of pixels. */
export function scale(domain: readonly [number, number], range: readonly [number, number]) {
  const perUnit = (range[1] - range[0]) / (domain[1] - domain[0] || 1);
  return (value: number) => range[0] + (value - domain[0]) * perUnit;
}
