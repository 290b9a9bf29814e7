/** Fill of each part of the outcomes, by role. */
export const partFill: Readonly<Record<string, string>> = {
  charged: 'var(--s-teal)',
  'other-positive': 'var(--s-mint)',
  oc15: 'var(--s-sky)',
  oc16: 'var(--s-blue)',
  'other-no-further-action': 'var(--s-grey)',
  'not-yet-assigned': 'url(#not-yet-assigned)',
};

/** `18.4%`, or a whole number. */
export function partText(value: number | null, show: 'share' | 'number'): string {
  if (value === null) return '–';
  if (show === 'share') return `${(value * 100).toFixed(1)}%`;
  return value.toLocaleString('en-GB');
}
