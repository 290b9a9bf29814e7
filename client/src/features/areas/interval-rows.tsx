import { HollowMark } from '../../charts/hollow-mark.tsx';
import type { ReadingPlace } from '../../charts/model/move-reading.ts';
import { scale } from '../../charts/model/scale.ts';
import { valueAxis } from '../../charts/model/value-axis.ts';
import { ReadingPlot } from '../../charts/reading-plot.tsx';
import { ReadingSurface } from '../../charts/reading-surface.tsx';
import { SignalMark } from '../../charts/signal-mark.tsx';
import type { Tone } from '../../charts/signal-tone.ts';
import { useWidth } from '../../charts/use-width.ts';
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
  /** As it is read from the keyboard. */
  read: { value: string; details: readonly string[] };
}

export interface IntervalRow {
  code: string;
  name: string;
  /** Drawn beneath each other, the first being the one that counts. */
  marks: IntervalMark[];
}

interface IntervalRowsProps {
  title: string;
  /** Names of the marks of a row, in their order: `3 months to November 2023`. */
  lines: readonly string[];
  rows: readonly IntervalRow[];
  /** Upright rules with their names, such as the force or no difference. */
  rules: readonly { value: number; text: string; kind: 'mean' | 'target' }[];
  /** Unit against the number on the axis: `%`. */
  sign: string;
}

/** One row per area: dots with their intervals on one scale, in shown units. Places are in percent, so it fits any width. */
export function IntervalRows({ title, lines, rows, rules, sign }: IntervalRowsProps) {
  const [plot, width] = useWidth<HTMLDivElement>();
  const marks = rows.flatMap((row) => row.marks);
  const values = [
    ...marks.flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...rules.map(({ value }) => value),
  ].filter((value) => value !== null);
  const axis = valueAxis(values, { maxTicks: 7 });
  const at = scale(axis.domain, [3, 97]);
  const readings = lines.map((label, index) => ({
    label,
    readings: rows.map(({ name, marks: own }, x) => ({ x, name, ...(own[index]?.read ?? noReading) })),
  }));
  return (
    <ReadingSurface title={title} rows={readings} along="areas" across="periods">
      {(reading) => (
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
          {rows.map((row, rowIndex) => (
            <div key={row.code} className={styles.row}>
              <span className={styles.name}>{row.name}</span>
              <div ref={rowIndex === 0 ? plot : undefined}>
                <ReadingPlot
                  reading={reading}
                  width={width}
                  height={heightOf(row)}
                  nearest={(_, y) => nearestMark(row, rowIndex, y)}
                  locate={(place) => locateMark(row, rowIndex, place, (value) => (at(value) * width) / 100)}
                >
                  <svg className={styles.plot} aria-hidden="true" style={{ height: heightOf(row) }}>
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
                      <Mark key={mark.key} mark={mark} at={at} y={markY(index)} />
                    ))}
                  </svg>
                </ReadingPlot>
              </div>
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
      )}
    </ReadingSurface>
  );
}

const noReading = { value: '', details: [] };
const heightOf = ({ marks }: IntervalRow) => 10 + 18 * marks.length;
const markY = (index: number) => 14 + 18 * index;

/** The mark of an area under a place; rows of the reading are periods, its marks areas. */
function nearestMark({ marks }: IntervalRow, area: number, y: number): ReadingPlace | null {
  const distances = marks.map((_, index) => Math.abs(markY(index) - y));
  return marks.length > 0 ? { row: distances.indexOf(Math.min(...distances)), mark: area } : null;
}

function locateMark(
  { marks }: IntervalRow,
  area: number,
  { row, mark }: ReadingPlace,
  xOf: (value: number) => number,
) {
  if (mark !== area) return null;
  const value = marks[row]?.value ?? null;
  return { x: value === null ? 0 : xOf(value), y: markY(row), dot: value !== null };
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
