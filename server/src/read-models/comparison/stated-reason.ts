import type { AbsentReason } from '../../contract/common.ts';
import type { StatedReason } from '../../contract/comparison.ts';
import type { AreaFlag } from '../../contract/verdict.ts';

type Reason = StatedReason['reason'];

const texts: Readonly<Record<Reason, string>> = {
  'not-asked': 'No second measure is asked for.',
  'not-collected': 'These months were not collected.',
  'no-cases': 'There were no cases.',
  'no-other-areas': 'There is no other area with cases to compare with.',
  'no-population':
    'This count has no agreed base, such as crimes recorded, so areas of unlike size cannot be compared.',
  'no-variation': 'Every area shows the same, all or nothing, so there is nothing to tell apart.',
  'too-few': 'There are too few cases.',
  'not-by-area': 'No comparison between areas is made for this measure.',
  'not-comparable': 'The counting changed in between, so the figures are not comparable.',
  'not-a-share':
    'A funnel needs a share or a rate; waits are compared by the difference of their medians or 90th percentiles.',
  suppressed: 'The figures are withheld.',
  'data-quality': 'Too many times are missing or out of order.',
};

/** A reason in words; `text` where there is more to say. */
export function stated(reason: Reason, text: string = texts[reason]): StatedReason {
  return { reason, text };
}

/** Why a point has no value, as a reason of the page. */
export function reasonOfPoint(absent: AbsentReason | undefined): Reason {
  return absent === undefined || absent === 'not-applicable' ? 'not-by-area' : absent;
}

/** Why an area has no flag, as a reason of the page. */
export function reasonOfFlag(absent: NonNullable<AreaFlag['absent']>): Reason {
  return absent === 'not-applicable' ? 'not-by-area' : absent;
}
