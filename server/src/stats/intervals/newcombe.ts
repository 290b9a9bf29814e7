import { checkProportion, type Interval, wilsonInterval } from './wilson.ts';

/** A difference of two estimates and its limits, in their own unit. */
export type DifferenceInterval = Interval & { difference: number };

/**
 * Interval for the difference p1 - p2 of two independent proportions, from their Wilson limits l, u:
 * lower d - √((p1 - l1)² + (u2 - p2)²), upper d + √((u1 - p1)² + (p2 - l2)²); always within -1 to 1.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
 * Example (his case a): 56 of 70 less 48 of 80 at 95%: 0.2, from 0.0524 to 0.3339.
 */
export function newcombeInterval(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  confidence: number,
): DifferenceInterval {
  checkProportion(x1, n1);
  checkProportion(x2, n2);
  const first = wilsonInterval(x1, n1, confidence);
  const second = wilsonInterval(x2, n2, confidence);
  return squareAndAdd({ value: x1 / n1, ...first }, { value: x2 / n2, ...second });
}

/**
 * Interval for the difference of two independent estimates from the interval of each ("square and add",
 * MOVER): each side combines the distances from estimate to limit that work towards it.
 * Source: Newcombe (1998); Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
 */
export function squareAndAdd(
  first: Interval & { value: number },
  second: Interval & { value: number },
): DifferenceInterval {
  const difference = first.value - second.value;
  return {
    difference,
    lower: difference - Math.hypot(first.value - first.lower, second.upper - second.value),
    upper: difference + Math.hypot(first.upper - first.value, second.value - second.lower),
  };
}
