import { useId } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { ValueFormat } from '../format/values.ts';
import styles from './line-drawing.module.css';
import {
  EndLabels,
  EventLabels,
  OpenLabel,
  Points,
  RangeLabels,
  TargetLabels,
  Whiskers,
} from './line-labels.tsx';
import { limitLook, lineLook, meanLook, openDash, targetLook } from './line-look.ts';
import { tickLabel } from './model/line-labels.ts';
import type { LineModel } from './model/line-model.ts';
import type { DrawnLine } from './model/line-parts.ts';

interface LineDrawingProps {
  model: LineModel;
  width: number;
  format: ValueFormat;
}

const still = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  legendType: 'none',
  tooltipType: 'none',
} as const;

const lookOf = ({ tone, dashed }: DrawnLine) => ({
  ...lineLook[tone],
  ...(dashed && { strokeDasharray: openDash }),
});

/** Above every line of the library's own layers. */
const labelLayer = 3000;
/** Beneath the gridlines. */
const bandLayer = -200;

interface RangeRuleProps {
  from: number;
  to: number;
  shown: number;
  look: typeof limitLook;
}

/** The mean or a limit over the months it holds for. */
const RangeRule = ({ from, to, shown, look }: RangeRuleProps) => (
  <ReferenceLine
    segment={[
      { x: from, y: shown },
      { x: to, y: shown },
    ]}
    {...look}
  />
);

/** Draws a line model. It decides nothing: places, words and cuts come with the model. */
function LineDrawing({ model, width, format }: LineDrawingProps) {
  const hatch = useId();
  const { box, axis } = model;
  return (
    <div className={styles.drawing} aria-hidden="true">
      <ComposedChart
        width={width}
        height={model.height}
        data={model.rows}
        margin={{ top: box.top, right: width - box.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <Hatch id={hatch} />
        {model.ranges.map(
          ({ from, to, band }) =>
            band && (
              <ReferenceArea
                key={from}
                x1={from}
                x2={to}
                y1={band[0]}
                y2={band[1]}
                fill="var(--band)"
                fillOpacity={1}
                stroke="none"
                zIndex={bandLayer}
              />
            ),
        )}
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        {model.open && (
          <ReferenceArea
            x1={model.open.from}
            x2={model.open.to}
            fill={`url(#${hatch})`}
            fillOpacity={0.55}
            stroke="none"
          />
        )}
        <TimeAxis model={model} />
        <YAxis
          type="number"
          domain={axis.domain}
          ticks={axis.ticks}
          interval={0}
          width={box.left}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--ink-3)', fontSize: 13 }}
          tickFormatter={(tick: number) => tickLabel(tick, format)}
        />
        {model.ranges.flatMap(({ from, to, mean, lower, upper }) => [
          <RangeRule key={`mean ${from}`} from={from} to={to} shown={mean} look={meanLook} />,
          lower !== null && (
            <RangeRule key={`lower ${from}`} from={from} to={to} shown={lower} look={limitLook} />
          ),
          upper !== null && (
            <RangeRule key={`upper ${from}`} from={from} to={to} shown={upper} look={limitLook} />
          ),
        ])}
        {model.targets.map(({ shown, from, to }) => (
          <ReferenceLine
            key={from}
            segment={[
              { x: from, y: shown },
              { x: to, y: shown },
            ]}
            {...targetLook}
          />
        ))}
        {model.lines.map(
          ({ intervalKey }) =>
            intervalKey && (
              <Area
                key={intervalKey}
                dataKey={intervalKey}
                type="linear"
                stroke="none"
                fill="var(--band)"
                fillOpacity={1}
                zIndex={bandLayer}
                {...still}
              />
            ),
        )}
        {model.lines.map((line) => (
          <Line key={line.key} dataKey={line.key} type="linear" {...lookOf(line)} {...still} />
        ))}
        <ZIndexLayer zIndex={labelLayer}>
          <Whiskers model={model} />
          <Points model={model} />
          <OpenLabel model={model} />
          <EventLabels model={model} />
          <RangeLabels model={model} />
          <TargetLabels model={model} />
          <EndLabels model={model} />
        </ZIndexLayer>
      </ComposedChart>
    </div>
  );
}

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="6" className={styles.hatch} />
    </pattern>
  </defs>
);

interface TickProps {
  x: number | string;
  y: number | string;
  index: number;
}

/** Ticks with the year in bold on a second line. */
function TimeAxis({ model }: { model: LineModel }) {
  const tick = ({ x, y, index }: TickProps) => {
    const { label, year } = model.xTicks[index] ?? { label: '', year: undefined };
    return (
      <g className={styles.axis} transform={`translate(${x} ${Number(y) + 11})`}>
        <text textAnchor="middle">{label}</text>
        {year && (
          <text y={17} textAnchor="middle" className={styles.year}>
            {year}
          </text>
        )}
      </g>
    );
  };
  return (
    <XAxis
      type="number"
      dataKey="x"
      domain={model.xDomain}
      ticks={model.xTicks.map(({ x }) => x)}
      interval={0}
      height={model.height - model.box.bottom}
      stroke="var(--axis)"
      tickSize={5}
      tick={tick}
    />
  );
}

// The chart is loaded by React.lazy, which reads the default export.
export default LineDrawing;
