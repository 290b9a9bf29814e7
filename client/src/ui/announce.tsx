const id = 'announcer';

/** Where `announce` speaks from; the shell holds one. */
export const Announcer = () => <p id={id} role="status" className="visually-hidden" />;

/** Tells screen-reader users what changed, politely: "September 2023 loaded". */
export function announce(words: string) {
  const region = document.getElementById(id);
  if (region) region.textContent = words;
}
