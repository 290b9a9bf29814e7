/** What an area was set beside, in few words: `the other four areas together` is `the other four areas`. */
export const othersWords = (comparedWith: string): string => comparedWith.replace(/ together$/, '');

const compass: Record<string, string> = { North: 'N', South: 'S', East: 'E', West: 'W' };

/** A name for narrow places: `North Worcestershire` → `N Worcs`, `Telford & Wrekin` → `Telford`. */
export function shortAreaName(name: string): string {
  const [first = '', second] = name.split(/ (?:&|and) /)[0]?.split(' ') ?? [];
  const point = compass[first];
  if (point && second) return `${point} ${second.endsWith('shire') ? `${second.slice(0, 4)}s` : second}`;
  return first.endsWith('shire') && !second
    ? `${first.slice(0, 5)}.`
    : (name.split(/ (?:&|and) /)[0] ?? name);
}
