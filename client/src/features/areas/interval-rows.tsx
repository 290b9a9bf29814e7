import { HollowMark } from '../../charts/hollow-mark.tsx';
import { scale } from '../../charts/model/scale.ts';
import { valueAxis } from '../../charts/model/value-axis.ts';
import { SignalMark } from '../../charts/signal-mark.tsx';
import type { Tone } from '../../charts/signal-tone.ts';
import styles from './interval-rows.module.css';

export interface IntervalMark {
  key: string;
  value: number | null;
  /** Null where unbounded: the line runs to the edge. */
  lower: number | null;
  upper: number | null;
  tone: Tone | undefined;
  /** Belongs to an earlier period, or claims nothing. */
  hollow: boolean;
  /** The figure in words, or why there is none. */
  text: string;
}

export interface IntervalRow {
  code: string;
  name: string;
  /** Drawn beneath each other, the first being the one that counts. */
  marks: IntervalMark[];
}

interface IntervalRowsProps {
  rows: readonly IntervalRow[];
  /** Upright rules with their names, such as the force or no difference. */
  rules: readonly { value: number; text: string; kind: 'mean' | 'target' }[];
  /** Unit against the number on the axis: `%`. */
  sign: string;
}

/** One row per area: dots with their intervals on one scale, in shown units. Places are in percent, so it fits any width. */
export function IntervalRows({ rows, rules, sign }: IntervalRowsProps) {
  const marks = rows.flatMap((row) => row.marks);
  const values = [
    ...marks.flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...rules.map(({ value }) => value),
  ].filter((value) => value !== null);
  const axis = valueAxis(values, { maxTicks: 7 });
  const at = scale(axis.domain, [3, 97]);
  return (
    <div className={styles.rows} aria-hidden="true">
      <div className={styles.row}>
        <span />
        <svg className={styles.heads} aria-hidden="true">
          {rules.map(({ value, text, kind }) => (
            <text key={text} className={styles[kind]} x={`${at(value)}%`} y="13" textAnchor="middle">
              {text}
            </text>
          ))}
        </svg>
        <span />
      </div>
      {rows.map((row) => (
        <div key={row.code} className={styles.row}>
          <span className={styles.name}>{row.name}</span>
          <svg className={styles.plot} aria-hidden="true" style={{ height: 10 + 18 * row.marks.length }}>
            {axis.ticks.map((tick) => (
              <line
                key={tick}
                className={styles.grid}
                x1={`${at(tick)}%`}
                x2={`${at(tick)}%`}
                y1="0"
                y2="100%"
              />
            ))}
            {rules.map(({ value, text, kind }) => (
              <line
                key={text}
                className={styles[`${kind}Rule`]}
                x1={`${at(value)}%`}
                x2={`${at(value)}%`}
                y1="0"
                y2="100%"
              />
            ))}
            {row.marks.map((mark, index) => (
              <Mark key={mark.key} mark={mark} at={at} y={14 + 18 * index} />
            ))}
          </svg>
          <span className={styles.texts}>
            {row.marks.map(({ key, text }, index) => (
              <span key={key} className={index === 0 ? styles.first : styles.second}>
                {text}
              </span>
            ))}
          </span>
        </div>
      ))}
      <div className={styles.row}>
        <span />
        <svg className={styles.foot} aria-hidden="true">
          {axis.ticks.map((tick) => (
            <text key={tick} className={styles.tick} x={`${at(tick)}%`} y="14" textAnchor="middle">
              {`${tick}${sign}`.replace('-', '−')}
            </text>
          ))}
        </svg>
        <span />
      </div>
    </div>
  );
}

function Mark({ mark, at, y }: { mark: IntervalMark; at: (value: number) => number; y: number }) {
  const { value, lower, upper, tone, hollow } = mark;
  if (value === null) return null;
  const look = hollow ? styles.thin : tone ? `${styles.line} ${styles[tone]}` : styles.line;
  return (
    <>
      <line
        className={look}
        x1={lower === null ? '0%' : `${at(lower)}%`}
        x2={upper === null ? '100%' : `${at(upper)}%`}
        y1={y}
        y2={y}
      />
      {/* A nested drawing stands at a percentage; shapes inside it are in pixels. */}
      <svg x={`${at(value)}%`} y={y} overflow="visible" aria-hidden="true">
        {!hollow && tone && <SignalMark x={0} y={0} size={4.6} tone={tone} />}
        {!hollow && !tone && <circle className={styles.point} cx="0" cy="0" r="4.4" />}
        {hollow && <HollowMark x={0} y={0} size={3.6} />}
      </svg>
    </>
  );
}
