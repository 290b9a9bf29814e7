import { type ReactNode, useState } from 'react';
import type { FollowedCohort, Incidence } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { Table } from '../../ui/table.tsx';
import styles from './incidence-figure.module.css';
import { type CurveShape, incidenceShape } from './incidence-model.ts';
import { partText } from './parts.ts';

const box = { width: 480, height: 300, left: 44, right: 12, top: 12, bottom: 34 };
const causes = ['charged', 'oc15', 'oc16'] as const;

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
  const [now, before] = incidence.cohorts;
  return (
    <Figure
      title={statement}
      subtitle={`${evidence} Share of crimes that have ended each way by days since recording, ${place}. Bands: 95% intervals. Solid: ${spanOf(now)}; dashed: ${spanOf(before)}. Curves stop where fewer than ${incidence.leastAtRisk} crimes are still open and old enough.`}
      summary={`${incidence.cohorts.length} groups of crimes followed for up to ${incidence.horizonDays} days.`}
      source={source}
      synthetic={synthetic}
      view={view}
      onView={setView}
      table={() => <IncidenceTable incidence={incidence} title="How outcomes build up with time" />}
    >
      <div className={styles.panels}>
        {causes.map((cause) => (
          <IncidencePanel key={cause} incidence={incidence} cause={cause} />
        ))}
      </div>
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

function openText({ stillOpen }: FollowedCohort, day: number): string {
  return stillOpen.find((open) => open.day === day)?.crimes?.toLocaleString('en-GB') ?? '–';
}

const monthsOf = ({ fromMonth, toMonth }: FollowedCohort) =>
  `${formatPeriod(fromMonth, 'short')} to ${formatPeriod(toMonth, 'short')}`;

const spanOf = (cohort: FollowedCohort | undefined) =>
  cohort ? `${cohort.crimes.toLocaleString('en-GB')} crimes recorded ${monthsOf(cohort)}` : 'none';

function IncidencePanel({ incidence, cause }: { incidence: Incidence; cause: string }) {
  const { curves, highest } = incidenceShape(incidence, cause, box);
  const label = incidence.cohorts[0]?.curves.find((curve) => curve.cause === cause)?.label ?? cause;
  const yOf = (value: number) => box.top + (box.height - box.top - box.bottom) * (1 - value / highest);
  const xOf = (day: number) => box.left + (day / incidence.horizonDays) * (box.width - box.left - box.right);
  return (
    <div>
      <h3 className={styles.name}>{label}</h3>
      {curves.length === 0 ? (
        <p>No crimes to follow.</p>
      ) : (
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

function IncidenceTable({ incidence, title }: { incidence: Incidence; title: string }) {
  const days = [60, 120, 180, 240, 300, 360, incidence.markedDay]
    .filter((day, i, all) => all.indexOf(day) === i)
    .sort((a, b) => a - b);
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
              {incidence.cohorts[0]?.curves.find((curve) => curve.cause === cause)?.label ?? cause}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {incidence.cohorts.flatMap((cohort) =>
          days.map((day) => (
            <tr key={`${cohort.period} ${day}`}>
              <th scope="row">{spanOf(cohort)}</th>
              <td data-number>{day}</td>
              <td data-number>{openText(cohort, day)}</td>
              {causes.map((cause) => (
                <td key={cause} data-number>
                  {cellText(cohort, cause, day)}
                </td>
              ))}
            </tr>
          )),
        )}
      </tbody>
    </Table>
  );
}

/** The share by a day and its interval; a dash beyond what the cohort's age can show. */
function cellText(cohort: FollowedCohort, cause: string, day: number): string {
  if (cohort.knownToDay === null || day > cohort.knownToDay) return '–';
  const points = cohort.curves.find((curve) => curve.cause === cause)?.points ?? [];
  const point = points.findLast((one) => one.day <= day);
  if (!point) return '0.0%';
  if (point.lower === null || point.upper === null) return partText(point.value, 'share');
  return `${partText(point.value, 'share')} (${partText(point.lower, 'share')} to ${partText(point.upper, 'share')})`;
}
