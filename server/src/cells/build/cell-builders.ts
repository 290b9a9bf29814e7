import type { CubeId } from '../../metrics/cubes.ts';
import type { BuildCells } from './cell-source.ts';
import { buildCrimeCells } from './crime.ts';
import { buildIncidentCells } from './incident.ts';
import { buildOrderEventCells } from './order-event.ts';
import { buildReferralEventCells } from './referral-event.ts';
import { buildReturnValueCells } from './return-value.ts';
import { buildSurveyAnswerCells } from './survey-answer.ts';

/** How the cells of each cube are built from facts. */
export const cellBuilders: Readonly<Record<CubeId, BuildCells>> = {
  incident: buildIncidentCells,
  crime: buildCrimeCells,
  survey_answer: buildSurveyAnswerCells,
  order_event: buildOrderEventCells,
  referral_event: buildReferralEventCells,
  return_value: buildReturnValueCells,
};
