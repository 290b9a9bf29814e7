import type { RuleSetText } from '../../api/types.ts';
import { upperFirst } from '../../format/words.ts';
import { Citations } from './citations.tsx';
import styles from './words.module.css';

/** One rule set: what it does, its limits, its rules, and how it differs from the set in use. */
export const RuleSet = ({ ruleSet }: { ruleSet: RuleSetText }) => (
  <article id={ruleSet.id} className={styles.words}>
    <h3>
      {ruleSet.label}
      {ruleSet.inUse && <span className={styles.tag}>in use, version {ruleSet.version}</span>}
    </h3>
    <p className={styles.quiet}>{ruleSet.tool}</p>
    <p>{ruleSet.does}</p>
    <dl>
      <dt>Limits</dt>
      <dd>{ruleSet.limits}</dd>
      {ruleSet.rules.map(({ term, text }) => (
        <div key={term}>
          <dt>{ruleName(term)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    <ul>
      {[...ruleSet.differences, ...ruleSet.edgeCases].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
    <Citations sources={ruleSet.sources} />
  </article>
);

/** `two-in-three` → `Two in three`. */
export function ruleName(id: string): string {
  const words = id.replaceAll('-', ' ');
  return upperFirst(words);
}
