import type { Metric, QualityCheck } from '../../api/types.ts';
import styles from './definition-rail.module.css';

/** What is counted, how sound the rows are, and what to read with care. */
export function DefinitionRail({ metric, quality }: { metric: Metric; quality: readonly QualityCheck[] }) {
  // The whole, and each area that is outside tolerance: areas that are sound need no line of their own.
  const checks = quality.filter(({ area, ok }) => area === null || !ok);
  return (
    <aside className={styles.rail} aria-label="Definition and caveats">
      <section>
        <h3>Definition</h3>
        <dl>
          {[...metric.counts, { term: 'Owner', text: metric.owner }].map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {checks.length > 0 && (
        <section>
          <h3>Data quality</h3>
          <ul className={styles.checks}>
            {checks.map((check) => (
              <li key={`${check.id} ${check.area}`}>
                {check.ok ? <Tick /> : <Warning />}
                <span>{check.text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {metric.caveats.length > 0 && (
        <section>
          <h3>Read with care</h3>
          <ul className={styles.caveats}>
            {metric.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

const Tick = () => (
  <>
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="m2.5 7.5 3 3 6-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
    <span className="visually-hidden">Within tolerance:</span>
  </>
);

const Warning = () => (
  <>
    <span className={styles.warning} aria-hidden="true">
      !
    </span>
    <span className="visually-hidden">Outside tolerance:</span>
  </>
);
