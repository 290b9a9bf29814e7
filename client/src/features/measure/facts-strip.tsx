import { toneOfVariation } from '../../charts/signal-tone.ts';
import { OutlookIcon, VariationIcon } from '../../charts/verdict-icons.tsx';
import type { Fact } from './facts.ts';
import styles from './facts-strip.module.css';

/** The numbers and verdicts a reader came for, beneath the filters. */
export const FactsStrip = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.strip}>
    {facts.map((fact) => (
      <div key={fact.label} data-verdict={fact.verdict ? true : undefined}>
        <dt>{fact.label}</dt>
        <dd className={fact.verdict ? styles.verdict : styles.value} data-tone={toneOfFact(fact)}>
          <FactIcon fact={fact} />
          {fact.value} {fact.unit && <small>{fact.unit}</small>}
        </dd>
        {fact.note && <dd className={styles.note}>{fact.note}</dd>}
      </div>
    ))}
  </dl>
);

function FactIcon({ fact: { verdict } }: { fact: Fact }) {
  if (!verdict || verdict === 'none') return null;
  if ('outlook' in verdict) return <OutlookIcon kind={verdict.outlook.kind} />;
  return <VariationIcon kind={verdict.variation.kind} direction={verdict.variation.direction} />;
}

const toneOfFact = ({ verdict }: Fact) =>
  verdict && verdict !== 'none' && 'variation' in verdict
    ? toneOfVariation(verdict.variation.kind)
    : undefined;
