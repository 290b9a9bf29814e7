/** A row of the board: one figure of one metric. */
export interface BoardRowDefinition {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly metric: string;
  readonly filter: Readonly<Record<string, string>>;
  /** Months the row lags the board month: its latest complete month. */
  readonly lagMonths: number;
  /** Grain of the area values: twelve months where an area's month is too small to read. */
  readonly areaGrain: 'month' | 'rolling-12';
}

export interface BoardGroupDefinition {
  readonly label: string;
  readonly rows: readonly BoardRowDefinition[];
}

const domesticAbuse = { domesticAbuse: 'true' };
const daCohort = { ...domesticAbuse, withinDays: '180' };
const sexualCohort = { offenceGroup: 'other_sexual,rape', withinDays: '365' };
const now = { lagMonths: 0, areaGrain: 'month' } as const;
const smallCells = { lagMonths: 0, areaGrain: 'rolling-12' } as const;
/** The newest month whose youngest crime is 180 days old, and a year old. */
const halfYear = { lagMonths: 6, areaGrain: 'month' } as const;
const year = { lagMonths: 12, areaGrain: 'rolling-12' } as const;
const survey = { lagMonths: 3, areaGrain: 'rolling-12' } as const;

/**
 * The board's rows, in order (decision 32). Attrition is headed by month of outcome; its parts follow the crimes
 * of the newest month that is old enough.
 */
export const boardGroups: readonly BoardGroupDefinition[] = [
  {
    label: 'Responding to domestic abuse',
    rows: [
      {
        id: 'response-grade-1',
        label: 'Grade 1 DA response',
        detail: 'median minutes, call to arrival',
        metric: 'response.time',
        filter: { grade: '1', ...domesticAbuse },
        ...now,
      },
      {
        id: 'response-grade-2',
        label: 'Grade 2 DA response',
        detail: 'median minutes, call to arrival',
        metric: 'response.time',
        filter: { grade: '2', ...domesticAbuse },
        ...now,
      },
      {
        id: 'domestic-gap',
        label: 'DA to other crime gap, Grade 2',
        detail: 'minutes more than other crime, medians',
        metric: 'response.domestic-gap',
        filter: { grade: '2' },
        ...now,
      },
      {
        id: 'seen-within-hour',
        label: 'DA seen by an officer within an hour',
        detail: '% of all DA incidents, any grade',
        metric: 'response.seen-within-hour',
        filter: {},
        ...now,
      },
    ],
  },
  {
    label: 'Victims’ experience',
    rows: [
      {
        id: 'satisfied-overall',
        label: 'DA victims satisfied overall',
        detail: '% of survey answers',
        metric: 'satisfaction.overall',
        filter: {},
        ...survey,
      },
      {
        id: 'kept-informed',
        label: 'DA victims kept informed',
        detail: '% of survey answers',
        metric: 'satisfaction.stage',
        filter: { question: 'informed' },
        ...survey,
      },
    ],
  },
  {
    label: 'Attrition, domestic abuse',
    rows: [
      {
        id: 'da-attrition',
        label: 'DA outcomes ended OC15 or OC16',
        detail: '% of outcomes in the month',
        metric: 'outcomes.attrition',
        filter: domesticAbuse,
        ...now,
      },
      {
        id: 'da-oc15',
        label: 'DA crimes ended OC15 within 180 days',
        detail: '% of DA crimes recorded in the month, victim supports action',
        metric: 'outcomes.at-age',
        filter: { cause: 'oc15', ...daCohort },
        ...halfYear,
      },
      {
        id: 'da-oc16',
        label: 'DA crimes ended OC16 within 180 days',
        detail: '% of DA crimes recorded in the month, victim does not support action',
        metric: 'outcomes.at-age',
        filter: { cause: 'oc16', ...daCohort },
        ...halfYear,
      },
      {
        id: 'da-charged',
        label: 'DA crimes charged within 180 days',
        detail: '% of DA crimes recorded in the month',
        metric: 'outcomes.at-age',
        filter: { cause: 'charged', ...daCohort },
        ...halfYear,
      },
    ],
  },
  {
    label: 'Rape and other sexual offences',
    rows: [
      {
        id: 'sexual-oc15',
        label: 'Sexual offences ended OC15 within a year',
        detail: '% of crimes recorded in the month, victim supports action',
        metric: 'outcomes.at-age',
        filter: { cause: 'oc15', ...sexualCohort },
        ...year,
      },
      {
        id: 'sexual-oc16',
        label: 'Sexual offences ended OC16 within a year',
        detail: '% of crimes recorded in the month, victim does not support action',
        metric: 'outcomes.at-age',
        filter: { cause: 'oc16', ...sexualCohort },
        ...year,
      },
      {
        id: 'sexual-charged',
        label: 'Sexual offences charged within a year',
        detail: '% of crimes recorded in the month',
        metric: 'outcomes.at-age',
        filter: { cause: 'charged', ...sexualCohort },
        ...year,
      },
      {
        id: 'rape-referrals',
        label: 'Rape cases referred to the CPS',
        detail: 'suspects submitted for a charging decision',
        metric: 'cps.referrals',
        filter: { flag: 'rape' },
        ...now,
      },
      {
        id: 'rape-overdue',
        label: 'Rape cases waiting over 28 days',
        detail: 'suspects waiting with the CPS at month end',
        metric: 'cps.overdue',
        filter: { flag: 'rape' },
        ...now,
      },
    ],
  },
  {
    label: 'Protective orders',
    rows: [
      {
        id: 'dvpn',
        label: 'DVPNs issued',
        detail: 'number in month',
        metric: 'orders.issued',
        filter: { orderType: 'DVPN' },
        ...now,
      },
      {
        id: 'dvpo',
        label: 'DVPOs granted',
        detail: 'number in month',
        metric: 'orders.issued',
        filter: { orderType: 'DVPO' },
        ...now,
      },
      {
        id: 'spo',
        label: 'Stalking Protection Orders granted',
        detail: 'number in month, full orders',
        metric: 'orders.issued',
        filter: { orderType: 'SPO' },
        ...now,
      },
    ],
  },
  {
    label: 'Referral and charge',
    rows: [
      {
        id: 'da-referrals',
        label: 'DA cases referred to the CPS',
        detail: 'suspects submitted for a charging decision',
        metric: 'cps.referrals',
        filter: { flag: 'domestic_abuse' },
        ...now,
      },
      {
        id: 'da-charging-rate',
        label: 'CPS charging rate, DA',
        detail: '% of legal decisions',
        metric: 'cps.charging-rate',
        filter: { flag: 'domestic_abuse' },
        ...smallCells,
      },
    ],
  },
];
