import { useState } from 'react';
import type { AreaPage, TimeParts } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { othersWords } from '../../format/areas.ts';
import { formatPeriod } from '../../format/periods.ts';
import { formatCount, formatNumber, formatValueShort, valueFormat } from '../../format/values.ts';
import { upperFirst } from '../../format/words.ts';
import { Table } from '../../ui/table.tsx';
import { MeasureLink } from '../measure/measure-link.tsx';
import styles from './time-parts.module.css';

interface TimePartsProps {
  data: AreaPage;
  parts: TimeParts;
  pinned: string | undefined;
}

const format = valueFormat('seconds', 1);

/** Dispatch and travel of the area against the other areas: means, because medians do not add. */
export function TimePartsFigure({ data, parts, pinned }: TimePartsProps) {
  const [view, setView] = useState<FigureView>('chart');
  const title = parts.finding.statement;
  const others = othersOf(parts);
  return (
    <Figure
      title={title}
      subtitle={`${parts.label}: mean minutes, ${formatPeriod(parts.period)}. Means are shown because medians do not add.`}
      summary={parts.finding.evidence}
      source={`${parts.finding.evidence} ${data.area.name}: ${formatCount(parts.n)} incidents; ${others}: ${formatCount(parts.othersN)}. Whether they differ is judged on their medians (99.8% intervals). Release ${data.release.number}.`}
      synthetic={data.release.synthetic}
      view={view}
      onView={setView}
      table={() => <PartsTable data={data} parts={parts} pinned={pinned} />}
      small
    >
      {parts.absent ? <p>{parts.absent.text}</p> : <Bars data={data} parts={parts} />}
    </Figure>
  );
}

/** What the area is set beside: `the other four areas`. */
const othersOf = ({ parts }: TimePartsProps['parts']) =>
  othersWords(parts[0]?.flag.comparedWith ?? 'the others');

function Bars({ data, parts }: Pick<TimePartsProps, 'data' | 'parts'>) {
  const bars = [
    { name: data.area.name, values: parts.parts.map(({ meanSeconds }) => meanSeconds ?? 0) },
    {
      name: upperFirst(othersOf(parts)),
      values: parts.parts.map(({ othersMeanSeconds }) => othersMeanSeconds ?? 0),
    },
  ];
  const totals = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const longest = Math.max(...totals) || 1;
  return (
    <div className={styles.bars} aria-hidden="true">
      {bars.map(({ name, values }, index) => (
        <div key={name}>
          <p className={styles.name}>
            {name} <b>{formatValueShort(totals[index] ?? 0, format)}</b>
          </p>
          <div className={styles.bar}>
            {values.map((value, part) => (
              <span
                key={parts.parts[part]?.component}
                className={part === 0 ? styles.dispatch : styles.travel}
                style={{ width: `${(value / longest) * 100}%` }}
              />
            ))}
          </div>
          <p className={styles.words}>
            {values
              .map((value, part) => `${parts.parts[part]?.label} ${formatNumber(value, format)}`)
              .join(' · ')}
          </p>
        </div>
      ))}
    </div>
  );
}

const PartsTable = ({ data, parts, pinned }: TimePartsProps) => (
  <Table caption={parts.finding.statement} hideCaption>
    <thead>
      <tr>
        <th scope="col">Part of the wait</th>
        <th scope="col" data-number>
          {data.area.name}, mean
        </th>
        <th scope="col" data-number>
          Others, mean
        </th>
        <th scope="col">Medians compared</th>
      </tr>
    </thead>
    <tbody>
      {parts.parts.map(({ component, label, meanSeconds, othersMeanSeconds, flag, metric, parameters }) => (
        <tr key={component}>
          <th scope="row">
            <MeasureLink metric={metric} search={parameters} pinned={pinned}>
              {label}
            </MeasureLink>
          </th>
          <td data-number>{minutes(meanSeconds)}</td>
          <td data-number>{minutes(othersMeanSeconds)}</td>
          <td>{flag.sentence}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const minutes = (seconds: number | null) =>
  seconds === null ? 'No cases' : formatValueShort(seconds, format);
