/** How colours look to readers who see them differently, for tests of the tokens. */

export type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * Full loss of one kind of cone, on linear RGB: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and
 * Computer Graphics 15(6), 2009, severity 1.0. Chromium draws its own simulation with the same matrices.
 */
const deficiencies: Readonly<Record<'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const views = ['full colour', 'greyscale', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type View = (typeof views)[number];

/** Linear RGB of `#rrggbb` as a reader of a kind sees it. */
export function seen(hex: string, view: View): Rgb {
  const linear = toLinear(hex);
  if (view === 'full colour') return linear;
  if (view === 'greyscale') {
    const grey = luminance(linear);
    return [grey, grey, grey];
  }
  const [r, g, b] = deficiencies[view];
  return [held(dot(r, linear)), held(dot(g, linear)), held(dot(b, linear))];
}

/** Relative luminance (WCAG 2.2) of linear RGB. */
export const luminance = (linear: Rgb): number => dot([0.2126, 0.7152, 0.0722], linear);

/** Contrast ratio (WCAG 2.2) of two colours of linear RGB. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Difference of two colours of linear RGB: CIE 1976 ΔE*ab, white D65. About 2 can just be seen side by side. */
export function difference(one: Rgb, other: Rgb): number {
  const [l1, a1, b1] = toLab(one);
  const [l2, a2, b2] = toLab(other);
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
}

/** Colours by token of the light theme and of the dark one, which has only what it changes: both are given whole. */
export function readTokens(css: string): Record<'light' | 'dark', Readonly<Record<string, string>>> {
  const block = (selector: string) => {
    const start = css.indexOf(`${selector} {`);
    return css.slice(start, css.indexOf('\n}', start));
  };
  const colours = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    );
  const light = colours(block(':root'));
  return { light, dark: { ...light, ...colours(block('[data-theme="dark"]')) } };
}

const dot = (row: Rgb, [r, g, b]: Rgb) => row[0] * r + row[1] * g + row[2] * b;
const held = (value: number) => Math.min(1, Math.max(0, value));

function toLinear(hex: string): Rgb {
  const channel = (from: number) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toLab(linear: Rgb): Rgb {
  const curve = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116);
  const x = curve(dot([0.4124564, 0.3575761, 0.1804375], linear) / 0.95047);
  const y = curve(luminance(linear));
  const z = curve(dot([0.0193339, 0.119192, 0.9503041], linear) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
