import type { Tone } from './model/types.ts';

interface Look {
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
}

/** Lines of one figure differ in lightness or in dash, never in hue alone. Ink stands alone: the other tones, together. */
export const lineLook: Readonly<Record<Tone, Look>> = {
  ink: { stroke: 'var(--pt)', strokeWidth: 1.8 },
  blue: { stroke: 'var(--s-blue)', strokeWidth: 2.4 },
  teal: { stroke: 'var(--s-teal)', strokeWidth: 2.4 },
  mid: { stroke: 'var(--s-mid)', strokeWidth: 2.4, strokeDasharray: '8 3' },
  pink: { stroke: 'var(--s-pink)', strokeWidth: 2.4, strokeDasharray: '8 3 2 3' },
  grey: { stroke: 'var(--line-2)', strokeWidth: 1 },
};

/** The stretch whose values may still change, of any line. */
export const openDash = '3 3';

/** Level rules across a plot. */
export const meanLook: Look = { stroke: 'var(--mean)', strokeWidth: 1.2 };
export const limitLook: Look = { stroke: 'var(--limit)', strokeWidth: 1.2, strokeDasharray: '5 3' };
export const targetLook: Look = { stroke: 'var(--target)', strokeWidth: 1.7, strokeDasharray: '9 3' };
