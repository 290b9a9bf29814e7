import { SignalMark } from '../../charts/signal-mark.tsx';
import type { Tone } from '../../charts/signal-tone.ts';
import { OutlookIcon, VariationIcon } from '../../charts/verdict-icons.tsx';
import styles from './legend.module.css';

/** What the table's icons mean. Each stands beside its word in the table too. */
export const VerdictLegend = () => (
  <>
    <section>
      <h2>Variation</h2>
      <ul className={styles.list}>
        <li>
          <VariationIcon kind="improvement" direction="up" /> Real change for the better
        </li>
        <li>
          <VariationIcon kind="concern" direction="up" /> Real change for the worse
        </li>
        <li>
          <VariationIcon kind="shift" direction="up" /> Real change, no agreed direction
        </li>
        <li>
          <VariationIcon kind="common-cause" /> No real change: usual movement
        </li>
        <li>
          <VariationIcon kind="too-early" /> Too early: under 12 complete months
        </li>
        <li>
          <VariationIcon kind="not-comparable" /> Not comparable: the counting changed, or the data fail a
          check
        </li>
        <li>
          <VariationIcon kind="too-sparse" /> Too few to judge: under two cases a month
        </li>
      </ul>
    </section>
    <section>
      <h2>Against target</h2>
      <ul className={styles.list}>
        <li>
          <OutlookIcon kind="likely-to-meet" /> Likely to meet: the usual range is on the good side
        </li>
        <li>
          <OutlookIcon kind="could-go-either-way" /> Could go either way: the target is inside the range
        </li>
        <li>
          <OutlookIcon kind="likely-to-miss" /> Likely to miss: the usual range is on the other side
        </li>
        <li>
          <OutlookIcon kind="no-outlook" /> No outlook yet: the level is changing or too new
        </li>
      </ul>
    </section>
  </>
);

/** What an area's tint means. */
export const AreaLegend = () => (
  <section>
    <h2>Areas</h2>
    <ul className={styles.list}>
      <AreaSample tone="worse" words="Worse than the other areas by more than chance" />
      <AreaSample tone="better" words="Better than the other areas by more than chance" />
      <AreaSample tone="shift" words="Differs by more than chance, no agreed direction" />
    </ul>
  </section>
);

const AreaSample = ({ tone, words }: { tone: Tone; words: string }) => (
  <li>
    <span className={`${styles.sample} ${styles[tone]}`}>
      <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
        <SignalMark x={4.5} y={4.5} size={3.2} tone={tone} />
      </svg>
    </span>
    {words}
  </li>
);
