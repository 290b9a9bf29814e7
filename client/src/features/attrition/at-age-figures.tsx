import type { Cohorts, Series } from '../../api/types.ts';
import { toneOf } from '../../charts/signal-tone.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { VariationWord } from '../../charts/verdict-words.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { cutRange, possibleValues } from '../../format/possible.ts';
import { MeasureLink } from '../measure/measure-link.tsx';
import styles from './at-age-figures.module.css';
import { partText } from './parts.ts';

const names: Readonly<Record<string, string>> = {
  oc15: 'Ended OC15, victim supports action',
  oc16: 'Ended OC16, victim does not support action',
  charged: 'Charged or summonsed',
};
const polarities = { oc15: 'lower-is-better', oc16: 'neutral', charged: 'higher-is-better' } as const;
const large = { width: 340, height: 110 };

/** OC15, OC16 and charged at one age, month by month, each against its own usual range. */
export const AtAgeFigures = ({ data }: { data: Cohorts }) => (
  <section aria-labelledby="at-age">
    <h2 id="at-age" className="statement">
      {data.findings.atAge?.statement}
    </h2>
    <p className={styles.subtitle}>
      {data.findings.atAge?.evidence} Outcomes within {data.withinDays} days of recording, as a share of the
      crimes recorded in each month, {data.areaName}. A month is shown once its youngest crime is that old.
      Grey band: the usual range.
      {data.release.synthetic && ' Synthetic demonstration data.'}
    </p>
    <div className={styles.panels}>
      {data.atAge.map((series) => (
        <AtAgePanel key={series.filter.cause} series={series} release={data.release.number} />
      ))}
    </div>
  </section>
);

function AtAgePanel({ series, release }: { series: Series; release: number }) {
  const [line] = series.series;
  const cause = (series.filter.cause ?? 'oc15') as keyof typeof polarities;
  const known =
    line?.points.filter(({ value, status }) => value !== null && !status.includes('immature')) ?? [];
  const last = known.at(-1);
  if (!line || !last) return <p>{names[cause]}: no month is old enough yet.</p>;
  const points = line.points.map((point, index) => {
    const signal = line.spc?.points[index]?.signals[0];
    const old = !point.status.includes('immature');
    return {
      period: point.period,
      value: old ? point.value : null,
      provisional: false,
      tone: signal && toneOf(signal.direction, polarities[cause]),
    };
  });
  const shown = points.slice(0, points.findLastIndex(({ value }) => value !== null) + 1);
  return (
    <div className={styles.panel}>
      <h3>
        <MeasureLink metric={series.metric} search={series.filter} pinned={String(release)}>
          {names[cause]}
        </MeasureLink>
      </h3>
      <p>
        <b className={styles.value}>{partText(last.value, 'share')}</b> of crimes recorded in{' '}
        {formatPeriod(last.period)}, n = {last.n.toLocaleString('en-GB')}
      </p>
      <Sparkline
        points={shown}
        breaks={[]}
        target={null}
        limits={(line.spc?.segments ?? []).map((limits) => cutRange(limits, possibleValues(series.unit)))}
        box={large}
      />
      {line.variation && (
        <p>
          <VariationWord variation={line.variation} />
        </p>
      )}
      <p className={styles.sentence}>{line.variation?.sentence ?? line.spcAbsent?.text}</p>
    </div>
  );
}
