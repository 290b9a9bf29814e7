/** A referral's event, with its day counted from 1970-01-01. */
export interface ReferralEvent {
  readonly event: string;
  readonly day: number;
  readonly sequence: number;
}

/** A wait with CPS or police: from the event that began it. */
export interface WaitingSpan<E extends ReferralEvent> {
  readonly startedBy: E;
  readonly endDay: number | null;
  readonly heldBy: 'cps' | 'police';
  readonly submission: 'new' | 'resubmission';
}

/** Who has the case after an event; nobody waits after the others. */
const HOLDERS: Readonly<Partial<Record<string, 'cps' | 'police'>>> = {
  submitted: 'cps',
  resubmitted: 'cps',
  rejected_at_triage: 'police',
  action_plan: 'police',
};

/** Order of events that fall on one day with one sequence number. */
const ORDER = [
  'submitted',
  'rejected_at_triage',
  'allocated',
  'action_plan',
  'resubmitted',
  'decided',
  'finalised',
];

/** The events of one series in the order they happened. */
export function inOrder<E extends ReferralEvent>(events: readonly E[]): E[] {
  return events.toSorted(
    (a, b) => a.day - b.day || a.sequence - b.sequence || ORDER.indexOf(a.event) - ORDER.indexOf(b.event),
  );
}

/**
 * The waits of one suspect's referral. With the CPS from submission or resubmission until allocation or
 * decision (the 28-day agreement); with police from a rejection at triage or an action plan until
 * resubmission; nothing waits after a decision or an administrative finalisation. What leaves a case where
 * it is, such as a second action plan, does not start its clock again.
 */
export function waitingSpans<E extends ReferralEvent>(events: readonly E[]): WaitingSpan<E>[] {
  const spans: WaitingSpan<E>[] = [];
  let open: Omit<WaitingSpan<E>, 'endDay'> | null = null;
  let submission: 'new' | 'resubmission' = 'new';
  for (const event of inOrder(events)) {
    const heldBy = HOLDERS[event.event];
    if (open && open.heldBy === heldBy && event.event !== 'resubmitted') continue;
    if (open) spans.push({ ...open, endDay: event.day });
    if (event.event === 'resubmitted') submission = 'resubmission';
    open = heldBy ? { startedBy: event, heldBy, submission } : null;
  }
  if (open) spans.push({ ...open, endDay: null });
  return spans;
}
