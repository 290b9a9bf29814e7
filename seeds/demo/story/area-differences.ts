/**
 * Standing differences between local policing areas, in the order of `lpas`. Shropshire is the planted one:
 * slower to reach people, above all on the road, and lower on several other measures.
 */
export const areaDifferences = {
  /** Multiplier of the wait for dispatch. */
  dispatch: [1.01, 1.05, 0.97, 0.98, 0.99],
  /** Multiplier of travel time. */
  travel: [1.05, 1.16, 0.87, 0.96, 0.98],
  /** Share of the dispatch improvement of 2023 that the area took part in. */
  improvement: [0.95, 0.3, 1.15, 1.1, 1.1],
  /** Points of overall satisfaction, as a fraction. */
  satisfaction: [0.014, -0.035, 0.008, 0.012, 0.009],
  /** Points of "kept informed", as a fraction. */
  informed: [0.014, -0.05, 0.012, 0.014, 0.012],
  /** Multiplier of the chance of an arrest within 28 days. */
  arrest: [1.05, 0.87, 1.03, 1.03, 1.02],
  /** Multiplier of the chance that a charge is made. */
  charge: [1.04, 0.86, 1.05, 1.03, 1.04],
  /** Multiplier of video responses offered. */
  video: [0.9, 0.62, 1.3, 1.09, 1.06],
} as const;
