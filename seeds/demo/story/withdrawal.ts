import { curve } from '../curve.ts';
import { weighted } from '../random.ts';

/** Share of outcomes 14 and 16 where the stage and reason of withdrawal are recorded at all. */
export const withdrawalRecorded = curve(['2019-04', 0.52], ['2022-06', 0.6], ['2023-11', 0.78]);

export const withdrawalStage = weighted([
  ['before_statement', 0.55],
  ['after_statement', 0.26],
  ['after_arrest', 0.15],
  ['after_referral', 0.04],
]);

export const withdrawalReason = weighted([
  ['wants_no_further_action', 0.4],
  ['fear_of_suspect', 0.15],
  ['relationship_continues', 0.17],
  ['length_of_process', 0.08],
  ['prefers_other_support', 0.1],
  ['lack_of_confidence', 0.05],
  ['wellbeing', 0.05],
]);
