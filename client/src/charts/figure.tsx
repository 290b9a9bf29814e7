import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { ToggleGroup } from '../ui/toggle-group.tsx';
import { ChartBoundary } from './chart-boundary.tsx';
import styles from './figure.module.css';

export type FigureView = 'chart' | 'table';

interface FigureProps {
  title: string;
  subtitle: string;
  /** Range and latest value in a sentence, for those who do not see the drawing. */
  summary: string;
  source: ReactNode;
  synthetic: boolean;
  view: FigureView;
  onView: (view: FigureView) => void;
  /** Stands in the page whichever view is chosen; `hidden` is true while only screen readers meet it. */
  table: (hidden: boolean) => ReactNode;
  children: ReactNode;
  /** Second-rank figures have a smaller title. */
  small?: boolean;
}

/** The frame of every chart: title, subtitle, Chart or Table, the drawing, its table twin and its source. */
export function Figure({
  title,
  subtitle,
  summary,
  source,
  synthetic,
  view,
  onView,
  table,
  children,
  small,
}: FigureProps) {
  const id = useId();
  const body = useRef<HTMLDivElement>(null);
  const onKeyDown = useTableKey(body, view, onView);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure with several parts is announced as a group
    <figure
      role="group"
      className={styles.figure}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <div className={styles.head}>
        <figcaption className={styles.words}>
          <h2 id={`${id}-title`} className={small ? `statement ${styles.small}` : 'statement'}>
            {title}
          </h2>
          <p className={styles.subtitle}>{subtitle}</p>
        </figcaption>
        <ToggleGroup
          label={`View of ${title}`}
          hideLabel
          value={view}
          options={views}
          onChange={(next) => onView(asView(next))}
        />
      </div>
      <p id={`${id}-summary`} className="visually-hidden">
        {summary}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: T works from the chart and from the table inside */}
      <div ref={body} onKeyDown={onKeyDown}>
        <div hidden={view !== 'chart'}>
          <ChartBoundary onTable={() => onView('table')}>{children}</ChartBoundary>
        </div>
        <div className={view === 'chart' ? 'visually-hidden' : undefined}>{table(view === 'chart')}</div>
      </div>
      <p className={styles.source}>
        {synthetic && <Synthetic />} {source}
      </p>
    </figure>
  );
}

const views = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
];

/** Any text → a view; a chart unless the text says table. */
export const asView = (text: string | undefined): FigureView => (text === 'table' ? 'table' : 'chart');

const Synthetic = () => (
  <span className={styles.synthetic}>
    <span className={styles.hatch} aria-hidden="true" />
    Synthetic demonstration data.
  </span>
);

const patience = 30;

/** Focuses the chart or the table once it is there: a chart shown for the first time must be measured first. */
function focusInside(body: React.RefObject<HTMLElement | null>, frames: number) {
  const stops = body.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? [];
  const visible = [...stops].find((stop) => stop.checkVisibility());
  if (visible) visible.focus();
  else if (frames > 0) requestAnimationFrame(() => focusInside(body, frames - 1));
}

/** T turns the chart into its table and back, and the focus follows. */
function useTableKey(
  body: React.RefObject<HTMLElement | null>,
  view: FigureView,
  onView: (view: FigureView) => void,
) {
  const byKey = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows a change of view
  useEffect(() => {
    if (byKey.current) focusInside(body, patience);
    byKey.current = false;
  }, [view, body]);
  return (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    byKey.current = true;
    onView(view === 'chart' ? 'table' : 'chart');
  };
}
