/** Monday to Sunday. */
export const weekdayWeights = [0.97, 0.94, 0.95, 0.97, 1.03, 1.1, 1.04] as const;

/** Calls by hour of the day, midnight first: domestic abuse peaks in the evening. */
export const hourWeights = {
  domestic: [
    4.6, 3.7, 2.9, 2.2, 1.7, 1.5, 1.7, 2.3, 3.1, 3.6, 3.9, 4.1, 4.3, 4.3, 4.5, 4.9, 5.2, 5.6, 6.0, 6.3, 6.4,
    6.2, 5.8, 5.2,
  ],
  other: [
    3.0, 2.4, 1.9, 1.5, 1.2, 1.2, 1.6, 2.6, 4.0, 4.8, 5.2, 5.4, 5.5, 5.5, 5.6, 5.8, 6.0, 6.0, 5.8, 5.5, 5.2,
    4.9, 4.4, 3.7,
  ],
} as const;

/** How much longer a call waits for a free officer, by hour of the day: quiet nights, stretched evenings. */
export const dispatchByHour = [
  0.92, 0.84, 0.76, 0.7, 0.68, 0.7, 0.82, 0.95, 0.94, 0.92, 0.93, 0.96, 0.99, 1.02, 1.1, 1.08, 1.03, 1.08,
  1.16, 1.22, 1.22, 1.18, 1.1, 1.0,
] as const;
