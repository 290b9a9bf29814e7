import type { ComparisonPanel } from '../../api/types.ts';

/** Can these areas be told apart? The answer with its numbers, and what to read before comparing. */
export const ToldApart = ({ panel }: { panel: ComparisonPanel }) => (
  <>
    <section aria-labelledby="told-apart">
      <h2 id="told-apart">Can these areas be told apart?</h2>
      <p>
        <b>{panel.toldApart.statement}</b>
      </p>
      <ul>
        {panel.toldApart.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {panel.toldApart.absent && <p>{panel.toldApart.absent.text}</p>}
    </section>
    <section aria-labelledby="before-comparing">
      <h2 id="before-comparing">Before you compare</h2>
      <ul>
        {panel.cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
        {panel.quality.map(({ id, area, text }) => (
          <li key={`${id} ${area}`}>{text}</li>
        ))}
      </ul>
    </section>
  </>
);
