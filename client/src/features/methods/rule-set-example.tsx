import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleSetExample, RuleSetReading, RuleSetText } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { Sparkline } from '../../charts/sparkline.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { formatPoint } from '../../format/points.ts';
import { countWords, valueFormat } from '../../format/values.ts';
import { Table } from '../../ui/table.tsx';
import { limitStretches } from './limit-stretches.ts';
import { ruleName } from './rule-set.tsx';
import styles from './rule-set-example.module.css';

interface ExampleProps {
  example: RuleSetExample;
  ruleSets: readonly RuleSetText[];
  synthetic: boolean;
  release: number | null;
}

const large = { width: 340, height: 110 };

/** One series under every rule set: the same months, each program's limits and the months it flags. */
export function RuleSetExampleFigure({ example, ruleSets, synthetic, release }: ExampleProps) {
  const [view, setView] = useState<FigureView>('chart');
  const { metric, parameters, title, note, readings } = example;
  const parted = readings.filter(({ disagrees, outcome }) => disagrees > 0 || outcome === 'stopped').length;
  return (
    <div className={styles.example}>
      <Figure
        title={`${title}: ${partedWords(parted, readings.length - 1)}`}
        subtitle={`${note} Squares: months the program flags. Band: its limits.`}
        summary={readings.map(({ label, statement }) => `${label}: ${statement}`).join(' ')}
        source={
          <>
            {release !== null && metric && `Release ${release}. `}
            {metric && (
              <Link to="/measures/$id" params={{ id: metric }} search={parameters}>
                See the measure
              </Link>
            )}
          </>
        }
        synthetic={synthetic}
        view={view}
        onView={setView}
        table={() => <ReadingsTable example={example} />}
        small
      >
        <div className={styles.panels}>
          {readings.map((reading) => (
            <Reading key={reading.id} example={example} reading={reading} ruleSets={ruleSets} />
          ))}
        </div>
      </Figure>
    </div>
  );
}

const partedWords = (parted: number, others: number) =>
  parted === 0
    ? `all ${countWords(others)} other programs call every month alike`
    : `${countWords(parted)} of ${countWords(others)} other programs would show it otherwise`;

function Reading({
  example,
  reading,
  ruleSets,
}: {
  example: RuleSetExample;
  reading: RuleSetReading;
  ruleSets: readonly RuleSetText[];
}) {
  const points = example.points.map(({ period, value }, index) => ({
    period,
    value,
    provisional: false,
    tone: reading.points[index]?.signals.length ? ('shift' as const) : undefined,
  }));
  return (
    <div className={styles.panel}>
      <h3>
        <a href={`#${reading.id}`}>{reading.label}</a>
      </h3>
      <p className={styles.quiet}>
        {ruleSets.find(({ id }) => id === reading.id)?.tool}. {reading.settings}
      </p>
      <Sparkline
        points={points}
        breaks={[]}
        target={null}
        limits={limitStretches(reading.points)}
        box={large}
      />
      <p>
        <b>{reading.statement}</b>
      </p>
      {reading.lineRules.map(({ rule, text }) => (
        <p key={rule}>{text}</p>
      ))}
      <p>{reading.why}</p>
    </div>
  );
}

function ReadingsTable({ example }: { example: RuleSetExample }) {
  const largest = Math.max(0, ...example.points.map(({ value }) => Math.abs(value ?? 0)));
  const format = valueFormat(example.unit, example.decimals, largest);
  return (
    <Table caption={example.title} hideCaption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" data-number>
            Value
          </th>
          {example.readings.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {example.points.map((point, index) => (
          <tr key={point.period}>
            <th scope="row">{formatPeriod(point.period)}</th>
            <td data-number>{formatPoint(point, format)}</td>
            {example.readings.map((reading) => (
              <td key={reading.id}>{signalWords(reading, index)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function signalWords({ outcome, points }: RuleSetReading, index: number): string {
  if (outcome === 'stopped') return 'stopped';
  const signals = points[index]?.signals ?? [];
  if (signals.length === 0) return 'no signal';
  return signals.map(({ rule }) => ruleName(rule)).join(', ');
}
