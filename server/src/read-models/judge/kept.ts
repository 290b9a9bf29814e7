/** Answers kept per owner, the oldest given up beyond `most`; an owner that is gone takes its answers with it. */
export class Kept<Owner extends object, Answer> {
  readonly #most: number;
  readonly #byOwner = new WeakMap<Owner, Map<string, Answer>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer to a question about an owner, made where it is not kept. */
  get(owner: Owner, question: string, make: () => Answer): Answer {
    const answers = this.#byOwner.get(owner) ?? new Map<string, Answer>();
    this.#byOwner.set(owner, answers);
    const kept = answers.get(question);
    if (kept !== undefined) return kept;
    const made = make();
    answers.set(question, made);
    for (const oldest of answers.keys()) {
      if (answers.size <= this.#most) break;
      answers.delete(oldest);
    }
    return made;
  }

  /** Gives up everything kept for an owner. */
  forget(owner: Owner): void {
    this.#byOwner.delete(owner);
  }
}
