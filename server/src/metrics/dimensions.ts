import type { Choices, DimensionUse } from './definition.ts';

/** A dimension in words. Members of `data` dimensions are read from the release. */
export interface DimensionText {
  readonly label: string;
  readonly members: 'data' | Readonly<Record<string, string>>;
}

const yesNo = { true: 'Yes', false: 'No' };
const notRecorded = { 'not-recorded': 'Not recorded' };
const risk = { high: 'High', medium: 'Medium', standard: 'Standard', ...notRecorded };

export const offenceGroups = {
  rape: 'Rape',
  other_sexual: 'Other sexual offences',
  stalking: 'Stalking',
  harassment: 'Harassment',
  coercive_control: 'Coercive control',
  violence_with_injury: 'Violence with injury',
  violence_without_injury: 'Violence without injury',
  criminal_damage: 'Criminal damage',
  breach_of_order: 'Breach of an order',
  other: 'Other offences',
};

/** Every dimension a metric may name: one label and one list of members each, wherever it is used. */
export const dimensions: Readonly<Record<string, DimensionText>> = {
  grade: { label: 'Response grade', members: 'data' },
  gradeBasis: { label: 'Grade used', members: { final: 'Final grade', initial: 'First grade' } },
  domesticAbuse: {
    label: 'Domestic abuse',
    members: { true: 'Domestic abuse', false: 'Not domestic abuse' },
  },
  incidentClass: {
    label: 'Incident class',
    members: {
      crime: 'Crime',
      public_safety: 'Public safety',
      antisocial: 'Antisocial behaviour',
      transport: 'Transport',
      other: 'Other',
      ...notRecorded,
    },
  },
  priorityArea: { label: 'Setting', members: { urban: 'Urban', rural: 'Rural', ...notRecorded } },
  hourBand: {
    label: 'Time of call',
    members: {
      '00-06': 'Midnight to 6am',
      '06-12': '6am to noon',
      '12-18': 'Noon to 6pm',
      '18-24': '6pm to midnight',
    },
  },
  firstReport: { label: 'First report', members: { ...yesNo, ...notRecorded } },
  risk: { label: 'Risk', members: risk },
  deferred: {
    label: 'Visits put off by the victim',
    members: { exclude: 'Left out', include: 'Counted' },
  },
  closure: {
    label: 'How it was closed',
    members: {
      attended: 'Attended',
      video: 'Video',
      telephone: 'Telephone',
      other_agency: 'Other agency',
      not_attended: 'Not attended',
      cancelled: 'Cancelled',
      ...notRecorded,
    },
  },
  survey: {
    label: 'Survey',
    members: { domestic_abuse: 'Domestic abuse', sexual_violence: 'Sexual violence', stalking: 'Stalking' },
  },
  question: {
    label: 'Question',
    members: {
      contact: 'Ease of contact',
      action: 'Action taken',
      informed: 'Kept informed',
      treatment: 'Treatment',
    },
  },
  band: {
    label: 'Counted as satisfied',
    members: { 'completely-very': 'Completely or very', 'incl-fairly': 'Fairly as well' },
  },
  offenceGroup: { label: 'Offence group', members: offenceGroups },
  basis: {
    label: 'Counted by',
    members: { closed: 'Month of outcome', recorded: 'Month recorded' },
  },
  outcome: { label: 'Outcome', members: 'data' },
  cause: {
    label: 'How it ended',
    members: {
      attrition: 'OC15 or OC16',
      oc15: 'OC15, victim supports action',
      oc16: 'OC16, victim does not support action',
      charged: 'Charged or summonsed',
      other: 'Another outcome',
      none: 'No outcome yet',
    },
  },
  withinDays: { label: 'Days since recording', members: { 180: '180 days', 365: '365 days' } },
  part: {
    label: 'Outcome so far',
    members: {
      charged: 'Charged or summonsed',
      'other-positive': 'Other positive outcome',
      oc15: 'OC15, victim supports action',
      oc16: 'OC16, victim does not support action',
      'other-no-further-action': 'Other, no further action',
      'not-yet-assigned': 'No outcome yet',
    },
  },
  component: {
    label: 'Part of the wait',
    members: { total: 'Call to arrival', dispatch: 'Waiting for dispatch', travel: 'Travel' },
  },
  comparator: {
    label: 'Compared with',
    members: { 'other-crime': 'All other crime', 'other-incidents': 'All other incidents' },
  },
  victimSex: { label: 'Victim sex', members: 'data' },
  victimAgeBand: { label: 'Victim age', members: 'data' },
  victimEthnicity: { label: 'Victim ethnicity', members: 'data' },
  relationship: { label: 'Relationship', members: 'data' },
  orderType: {
    label: 'Order',
    members: {
      DVPN: 'DVPN',
      DVPO: 'DVPO',
      DAPN: 'DAPN',
      DAPO: 'DAPO',
      SPO: 'SPO',
      SHPO: 'SHPO',
      SRO: 'SRO',
      NMO: 'NMO',
    },
  },
  interim: { label: 'Stage of order', members: { full: 'Full', interim: 'Interim' } },
  court: { label: 'Court', members: 'data' },
  route: { label: 'Route', members: { civil: 'Civil', on_conviction: 'On conviction', ...notRecorded } },
  flag: {
    label: 'Case flag',
    members: {
      domestic_abuse: 'Domestic abuse',
      rape: 'Rape',
      other_sexual: 'Other sexual offences',
      stalking: 'Stalking',
      other: 'Other',
    },
  },
  kind: {
    label: 'Kind of referral',
    members: { charging_decision: 'Charging decision', early_advice: 'Early advice' },
  },
  heldBy: { label: 'Waiting with', members: { cps: 'CPS', police: 'Police' } },
  submission: { label: 'Submission', members: { new: 'New', resubmission: 'Resubmission' } },
  ageBand: {
    label: 'Days waiting',
    members: { '29-60': '29 to 60 days', '61-90': '61 to 90 days', 'over-90': 'Over 90 days' },
  },
  force: { label: 'Force', members: 'data' },
};

/** Codes of the members that a metric's dimension offers; null where they are read from the release. */
export function listedMembers(use: DimensionUse): readonly string[] | null {
  const own = dimensions[use.id].members;
  const { members } = use;
  if (members === 'data') return null;
  if (own === 'data') return members ?? null;
  return Object.keys(own).filter((code) => members?.includes(code) ?? true);
}

/** The cube column a dimension filters, for the given choices; null when it filters none. */
export function columnOf(use: DimensionUse, choices: Choices): string | null {
  if (typeof use.column === 'function') return use.column(choices);
  return use.column === undefined ? use.id : use.column;
}
