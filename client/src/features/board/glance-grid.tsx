import type { Board, OutlookKind, VariationKind } from '../../api/types.ts';
import { toneOfVariation } from '../../charts/signal-tone.ts';
import { OutlookIcon, VariationIcon } from '../../charts/verdict-icons.tsx';
import styles from './glance-grid.module.css';

/** A cell of the grid: what the matrix is narrowed to. */
export interface Picked {
  variation: VariationKind;
  outlook: OutlookKind;
}

const variations: [VariationKind, string][] = [
  ['improvement', 'Better'],
  ['concern', 'Worse'],
  ['shift', 'Shift'],
  ['common-cause', 'No real change'],
  ['too-early', 'Too early'],
  ['not-comparable', 'Not comparable'],
  ['too-sparse', 'Too few to judge'],
];
const outlooks: [OutlookKind, string][] = [
  ['likely-to-meet', 'Likely to meet'],
  ['could-go-either-way', 'Either way'],
  ['likely-to-miss', 'Likely to miss'],
  ['no-outlook', 'No outlook yet'],
  ['no-target', 'No target'],
];

interface GlanceGridProps {
  board: Board;
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
}

/** Every measure by verdict and outlook. A number narrows the table below; pressed again, it widens it. */
export function GlanceGrid({ board, picked, onPick }: GlanceGridProps) {
  const count = board.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const rowsOf = (variation: VariationKind, outlook: OutlookKind) =>
    board.glance.find((cell) => cell.variation === variation && cell.outlook === outlook)?.rows.length ?? 0;
  return (
    <section className={styles.glance} aria-labelledby="glance">
      <h2 id="glance">All {count} measures at a glance</h2>
      <table>
        <thead>
          <tr>
            <td />
            {outlooks.map(([kind, word]) => (
              <th key={kind} scope="col">
                <OutlookIcon kind={kind} />
                <span>{word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variations.map(([variation, word]) => (
            <tr key={variation}>
              <th scope="row">
                <VariationIcon kind={variation} direction={null} />
                {word}
              </th>
              {outlooks.map(([outlook, outlookWord]) => (
                <td key={outlook}>
                  <GlanceCount
                    count={rowsOf(variation, outlook)}
                    words={`${word}, ${outlookWord.toLowerCase()}`}
                    tone={toneOfVariation(variation)}
                    pressed={picked?.variation === variation && picked.outlook === outlook}
                    onPress={(on) => onPick(on ? { variation, outlook } : null)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{board.steady.sentence}</p>
      <p>{board.falseAlarm.sentence}</p>
    </section>
  );
}

interface GlanceCountProps {
  count: number;
  words: string;
  tone: string | undefined;
  pressed: boolean;
  onPress: (on: boolean) => void;
}

function GlanceCount({ count, words, tone, pressed, onPress }: GlanceCountProps) {
  if (count === 0)
    return (
      <>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">0</span>
      </>
    );
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${count}: ${words}. Show only these`}
      className={`${styles.count} ${tone ? styles[tone] : ''}`}
      onClick={() => onPress(!pressed)}
    >
      {count}
    </button>
  );
}
