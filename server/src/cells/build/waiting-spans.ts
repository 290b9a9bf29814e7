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

/**
 * The waits of one suspect's referral. With the CPS from submission or resubmission until allocation or
 * decision (the 28-day agreement); with police from a rejection at triage or an action plan until
 * resubmission; nothing waits after a decision or an administrative finalisation.
 */
export function waitingSpans<E extends ReferralEvent>(events: readonly E[]): WaitingSpan<E>[] {
  const sorted = [...events].sort(
    (a, b) => a.day - b.day || a.sequence - b.sequence || ORDER.indexOf(a.event) - ORDER.indexOf(b.event),
  );
  const spans: WaitingSpan<E>[] = [];
  let open: Omit<WaitingSpan<E>, 'endDay'> | null = null;
  let submission: 'new' | 'resubmission' = 'new';
  for (const event of sorted) {
    if (open) spans.push({ ...open, endDay: event.day });
    open = null;
    if (event.event === 'resubmitted') submission = 'resubmission';
    if (event.event === 'submitted' || event.event === 'resubmitted')
      open = { startedBy: event, heldBy: 'cps', submission };
    if (event.event === 'rejected_at_triage' || event.event === 'action_plan')
      open = { startedBy: event, heldBy: 'police', submission };
  }
  if (open) spans.push({ ...open, endDay: null });
  return spans;
}
