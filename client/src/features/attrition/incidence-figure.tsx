import { type ReactNode, useState } from 'react';
import type { FollowedCohort, Incidence } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import type { ReadingPlace } from '../../charts/model/move-reading.ts';
import { ReadingPlot } from '../../charts/reading-plot.tsx';
import { ReadingSurface } from '../../charts/reading-surface.tsx';
import type { ChartReading } from '../../charts/use-reading.ts';
import { Table } from '../../ui/table.tsx';
import styles from './incidence-figure.module.css';
import { type CurveShape, incidenceShape } from './incidence-model.ts';
import {
  causeLabel,
  causes,
  incidenceRows,
  monthsOf,
  openText,
  shareBy,
  shareText,
  spanOf,
  tableDays,
  unfollowedText,
} from './incidence-words.ts';

const box = { width: 400, height: 260, left: 44, right: 12, top: 12, bottom: 34 };
const title = 'How outcomes build up with time';

interface IncidenceFigureProps {
  incidence: Incidence;
  /** Area in words. */
  place: string;
  source: ReactNode;
  synthetic: boolean;
}

/** How outcomes build up with days since recording: two cohorts side by side, with their intervals. */
export function IncidenceFigure({ incidence, place, source, synthetic }: IncidenceFigureProps) {
  const [view, setView] = useState<FigureView>('chart');
  const { statement, evidence } = incidence.finding;
  const lines = incidence.cohorts.map((cohort, i) => `${i === 0 ? 'Solid' : 'dashed'}: ${spanOf(cohort)}`);
  return (
    <Figure
      title={statement}
      subtitle={`${evidence} Share of crimes that have ended each way by days since recording, ${place}. Bands: 95% intervals. ${lines.join('; ')}. Beyond the age of the youngest crime, curves stop where fewer than ${incidence.leastAtRisk} crimes are still open and old enough.`}
      summary={`${incidence.cohorts.length} groups of crimes followed for up to ${incidence.horizonDays} days.`}
      source={source}
      synthetic={synthetic}
      view={view}
      onView={setView}
      table={() => <IncidenceTable incidence={incidence} />}
    >
      <ReadingSurface title={title} rows={incidenceRows(incidence)} along="days" across="curves">
        {(reading) => (
          <div className={styles.panels}>
            {causes.map((cause, index) => (
              <IncidencePanel key={cause} incidence={incidence} panel={index} reading={reading} />
            ))}
          </div>
        )}
      </ReadingSurface>
      {incidence.cohorts.some(({ curves }) => curves.some(({ points }) => points.length > 0)) &&
        unfollowedText(incidence).map((text) => <p key={text}>{text}</p>)}
      <StillOpenTable cohorts={incidence.cohorts} />
    </Figure>
  );
}

/** How many crimes each part of the curves rests on. */
function StillOpenTable({ cohorts }: { cohorts: readonly FollowedCohort[] }) {
  const days = cohorts.find(({ stillOpen }) => stillOpen.length > 0)?.stillOpen ?? [];
  if (days.length === 0) return null;
  return (
    <div className={styles.open}>
      <Table caption="Crimes still open and old enough to count, by days since recording">
        <thead>
          <tr>
            <th scope="col">Recorded</th>
            {days.map(({ day }) => (
              <th key={day} scope="col" data-number>
                {day === 0 ? '0 days' : day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.period}>
              <th scope="row">{monthsOf(cohort)}</th>
              {days.map(({ day }) => (
                <td key={day} data-number>
                  {openText(cohort, day)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

interface IncidencePanelProps {
  incidence: Incidence;
  /** Place among the outcomes. */
  panel: number;
  reading: ChartReading;
}

/** The curves of one outcome, read together with those of the others. */
function IncidencePanel({ incidence, panel, reading }: IncidencePanelProps) {
  const cause = causes[panel] ?? causes[0];
  const { curves, highest } = incidenceShape(incidence, cause, box);
  const { cohorts, horizonDays } = incidence;
  const yOf = (value: number) => box.top + (box.height - box.top - box.bottom) * (1 - value / highest);
  const xOf = (day: number) => box.left + (day / horizonDays) * (box.width - box.left - box.right);
  const firstRow = panel * cohorts.length;

  function locate({ row, mark }: ReadingPlace) {
    const cohort = cohorts[row - firstRow];
    const day = reading.rows[row]?.readings[mark]?.x;
    const share = cohort && day !== undefined ? shareBy(cohort, cause, day) : null;
    return share && day !== undefined ? { x: xOf(day), y: yOf(share.value), dot: true } : null;
  }

  function nearest(x: number, y: number): ReadingPlace | null {
    const places = cohorts.flatMap((_, index) =>
      (reading.rows[firstRow + index]?.readings ?? []).map((__, mark) => ({ row: firstRow + index, mark })),
    );
    const reach = (place: ReadingPlace) => {
      const at = locate(place);
      return at ? Math.hypot(at.x - x, at.y - y) : Number.POSITIVE_INFINITY;
    };
    const best = places.toSorted((a, b) => reach(a) - reach(b))[0];
    return best && reach(best) < 60 ? best : null;
  }

  return (
    <div>
      <h3 className={styles.name}>{causeLabel(incidence, cause)}</h3>
      {curves.length === 0 ? (
        unfollowedText(incidence).map((text) => <p key={text}>{text}</p>)
      ) : (
        <ReadingPlot
          reading={reading}
          width={box.width}
          height={box.height}
          plot={{ top: box.top, bottom: box.height - box.bottom }}
          nearest={nearest}
          locate={locate}
        >
          <svg className={styles.chart} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
            {[0, 0.5, 1].map((share) => (
              <g key={share}>
                <line
                  className={styles.grid}
                  x1={box.left}
                  x2={box.width}
                  y1={yOf(share * highest)}
                  y2={yOf(share * highest)}
                />
                <text className={styles.tick} x={box.left - 6} y={yOf(share * highest) + 4} textAnchor="end">
                  {Math.round(share * highest * 100)}%
                </text>
              </g>
            ))}
            {[0, 90, 180, 270, 360].map((day) => (
              <text key={day} className={styles.tick} x={xOf(day)} y={box.height - 12} textAnchor="middle">
                {day === 0 ? '0 days' : day}
              </text>
            ))}
            {curves.map((curve, index) => (
              <Curve key={curve.line} curve={curve} earlier={index > 0} />
            ))}
          </svg>
        </ReadingPlot>
      )}
    </div>
  );
}

const Curve = ({ curve, earlier }: { curve: CurveShape; earlier: boolean }) => (
  <g className={earlier ? styles.earlier : styles.now}>
    <path className={styles.band} d={curve.band} />
    <path className={styles.line} d={curve.line} />
  </g>
);

function IncidenceTable({ incidence }: { incidence: Incidence }) {
  return (
    <Table caption={title} hideCaption>
      <thead>
        <tr>
          <th scope="col">Crimes</th>
          <th scope="col" data-number>
            Days
          </th>
          <th scope="col" data-number>
            Still open
          </th>
          {causes.map((cause) => (
            <th key={cause} scope="col" data-number>
              {causeLabel(incidence, cause)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {incidence.cohorts.flatMap((cohort) =>
          tableDays(incidence).map((day) => (
            <tr key={`${cohort.period} ${day}`}>
              <th scope="row">{spanOf(cohort)}</th>
              <td data-number>{day}</td>
              <td data-number>{openText(cohort, day)}</td>
              {causes.map((cause) => (
                <td key={cause} data-number>
                  {shareText(cohort, cause, day)}
                </td>
              ))}
            </tr>
          )),
        )}
      </tbody>
    </Table>
  );
}
