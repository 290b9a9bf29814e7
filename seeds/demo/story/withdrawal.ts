import { curve } from '../curve.ts';
import { weighted } from '../random.ts';

/** Share of outcomes 14 and 16 where the stage and reason of withdrawal are recorded at all. */
export const withdrawalRecorded = curve(['2019-04', 0.52], ['2022-06', 0.6], ['2023-11', 0.78]);

export const withdrawalStage = weighted([
  ['initial_report', 0.22],
  ['before_statement', 0.38],
  ['after_statement', 0.25],
  ['after_arrest', 0.15],
]);

export const withdrawalReason = weighted([
  ['wanted_police_only', 0.3],
  ['fear_of_reprisal', 0.15],
  ['relationship', 0.18],
  ['wellbeing', 0.1],
  ['length_of_process', 0.08],
  ['lack_of_confidence', 0.07],
  ['moved_on', 0.06],
  ['not_given', 0.06],
]);
