import { Link } from '@tanstack/react-router';
import type { Method } from '../../api/types.ts';
import { formatNumber, formatValueShort, valueFormat } from '../../format/values.ts';
import { Citations } from './citations.tsx';
import styles from './words.module.css';

/** One method: what it answers, how, what it says where there is little to go by, and its example. */
export const MethodText = ({ method, synthetic }: { method: Method; synthetic: boolean }) => (
  <article id={method.id} className={styles.words}>
    <h3>{method.label}</h3>
    <p>{method.does}</p>
    <dl>
      <dt>How</dt>
      <dd>{method.formula}</dd>
    </dl>
    {method.example ? (
      <Example example={method.example} synthetic={synthetic} />
    ) : (
      <p className={styles.quiet}>{method.exampleAbsent}</p>
    )}
    <ul>
      {method.edgeCases.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
    <Citations sources={method.sources} />
  </article>
);

function Example({ example, synthetic }: { example: NonNullable<Method['example']>; synthetic: boolean }) {
  return (
    <div className={styles.example}>
      <p>{example.statement}</p>
      <dl>
        {example.figures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>{figureWords(figure)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {synthetic && 'Synthetic demonstration data. '}
        {example.metric && (
          <Link to="/measures/$id" params={{ id: example.metric }} search={example.parameters}>
            See the measure
          </Link>
        )}
      </p>
    </div>
  );
}

function figureWords({
  value,
  unit,
  decimals,
  isDifference,
  text,
}: NonNullable<Method['example']>['figures'][number]): string {
  if (value === null) return text ?? 'Not known';
  const format = valueFormat(unit, decimals, Math.abs(value));
  const number = isDifference
    ? `${formatNumber(value, format)} ${format.changeUnit}`
    : formatValueShort(value, format);
  return text ? `${number} (${text})` : number;
}
