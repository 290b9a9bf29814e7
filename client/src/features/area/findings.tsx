import type { AreaFinding, AreaPage, BoardException } from '../../api/types.ts';
import { ExceptionIcon } from '../board/exception-icon.tsx';
import { MeasureLink } from '../measure/measure-link.tsx';
import styles from './findings.module.css';

interface FindingsProps {
  data: AreaPage;
  pinned: string | undefined;
}

/** What changed this month, and the lasting differences from the other areas, each listed once. */
export const AreaFindings = ({ data, pinned }: FindingsProps) => (
  <>
    <h2 className="statement">{data.finding.statement}</h2>
    <p className={styles.evidence}>
      {data.finding.evidence} {data.release.synthetic && 'Synthetic demonstration data.'}
    </p>
    <div className={styles.lists}>
      <section aria-labelledby="changed">
        <h3 id="changed">What changed</h3>
        {data.nothing && <p className={styles.evidence}>{data.nothing}</p>}
        <FindingList data={data} findings={data.changed} pinned={pinned} />
      </section>
      <section aria-labelledby="standing">
        <h3 id="standing">Lasting differences from other areas</h3>
        {data.standing.length === 0 && <p className={styles.evidence}>None.</p>}
        <FindingList data={data} findings={data.standing} pinned={pinned} />
      </section>
    </div>
  </>
);

const reasons: Record<AreaFinding['kind'], BoardException['reason']> = {
  worse: 'worse',
  better: 'better',
  shift: 'shift',
  outlier: 'area-outlier',
  'data-quality': 'data-quality',
};

const FindingList = ({ data, findings, pinned }: FindingsProps & { findings: readonly AreaFinding[] }) => (
  <ol className={styles.list}>
    {findings.map(({ row, kind, statement, evidence, metric, parameters }) => (
      <li key={statement}>
        <ExceptionIcon reason={reasons[kind]} direction={directionOf(data, row)} />
        <div>
          <p className={styles.statement}>
            {metric ? (
              <MeasureLink metric={metric} search={parameters} pinned={pinned}>
                {statement}
              </MeasureLink>
            ) : (
              statement
            )}
          </p>
          <p className={styles.evidence}>{evidence}</p>
        </div>
      </li>
    ))}
  </ol>
);

/** Which way the measure of a row moved. */
const directionOf = ({ groups }: AreaPage, id: string | null) =>
  groups.flatMap(({ rows }) => rows).find((row) => row.id === id)?.variation?.direction;
