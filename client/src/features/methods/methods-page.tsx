import { useQuery } from '@tanstack/react-query';
import { useShowRelease } from '../../api/current-release.ts';
import { liveRelease, methodsQuery, releaseQuery } from '../../api/queries.ts';
import type { Methods } from '../../api/types.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { MethodText } from './method-text.tsx';
import styles from './methods-page.module.css';
import { RuleSet } from './rule-set.tsx';
import { RuleSetExampleFigure } from './rule-set-example.tsx';

/** Each rule set and method in plain words with a live example, and what other tools would show. */
export function MethodsPage() {
  const query = useQuery(methodsQuery);
  const { data } = query;
  useShowRelease(useQuery(releaseQuery(liveRelease)).data);
  return (
    <>
      <PageHead
        eyebrow="Methods"
        unruled
        heading="How the figures are judged"
        lede="Every rule and method in plain words, with an example from the live release, and what other programs would show on the same months."
      />
      {query.isPending && <Loading what="the methods" minHeight={1600} />}
      {query.error && <PageProblem what="The methods" error={query.error} onRetry={() => query.refetch()} />}
      {data && <Body data={data} />}
    </>
  );
}

const groupLabels = {
  change: 'Has it changed?',
  interval: 'How sure is one figure?',
  difference: 'How sure is a difference?',
  areas: 'Comparing areas',
  cohort: 'Following crimes',
  'false-alarms': 'False alarms',
  time: 'Months and clocks',
} as const;

type GroupName = keyof typeof groupLabels;
const groupNames = Object.keys(groupLabels) as GroupName[];

function Body({ data }: { data: Methods }) {
  const groups = groupNames
    .map((name) => ({ name, methods: data.methods.filter(({ group }) => group === name) }))
    .filter(({ methods }) => methods.length > 0);
  return (
    <div className={styles.body}>
      <nav aria-label="On this page" className={styles.contents}>
        <ul>
          <li>
            <a href="#rule-sets">Rule sets</a>
          </li>
          <li>
            <a href="#examples">The same months in other programs</a>
          </li>
          {groups.map(({ name }) => (
            <li key={name}>
              <a href={`#group-${name}`}>{groupLabels[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="rule-sets" className={styles.section}>
        <h2 id="rule-sets">Rule sets</h2>
        <div className={styles.pair}>
          {data.ruleSets.map((ruleSet) => (
            <RuleSet key={ruleSet.id} ruleSet={ruleSet} />
          ))}
        </div>
      </section>
      <section aria-labelledby="examples" className={styles.section}>
        <h2 id="examples">The same months in other programs</h2>
        {data.examples.length === 0 && <p>Nothing has been published yet, so there are no months to show.</p>}
        {data.examples.map((example) => (
          <RuleSetExampleFigure
            key={example.title}
            example={example}
            ruleSets={data.ruleSets}
            synthetic={data.synthetic}
            release={data.release}
          />
        ))}
      </section>
      {groups.map(({ name, methods }) => (
        <section key={name} aria-labelledby={`group-${name}`} className={styles.section}>
          <h2 id={`group-${name}`}>{groupLabels[name]}</h2>
          <div className={styles.pair}>
            {methods.map((method) => (
              <MethodText key={method.id} method={method} synthetic={data.synthetic} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
