import { sql } from 'kysely';
import { cubes } from '../../metrics/cubes.ts';
import { AreaBuilders, type BuildCells, knownAt } from './cell-source.ts';

interface Row {
  area_code: string;
  survey: string;
  question: string;
  answer: string;
  answers: number;
}

/** Survey cells: answers by month of incident. */
export const buildSurveyAnswerCells: BuildCells = async (db, { month, areaCodes, asAtBatch }) => {
  const { rows } = await sql<Row>`
    select area_code, survey, question, answer, count(*)::int as answers
    from fact_survey_answer
    where month = ${month} and area_code = any(${areaCodes}) and ${knownAt(asAtBatch)}
    group by area_code, survey, question, answer`.execute(db);
  const builders = new AreaBuilders(cubes.survey_answer);
  for (const row of rows) {
    builders.of(row.area_code).at([row.survey, row.question, row.answer]).counts[0] += row.answers;
  }
  return builders.all;
};
