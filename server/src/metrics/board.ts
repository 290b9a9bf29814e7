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
const sexual = { offenceGroup: 'rape,other_sexual' };
const now = { lagMonths: 0, areaGrain: 'month' } as const;
const smallCells = { lagMonths: 0, areaGrain: 'rolling-12' } as const;
const survey = { lagMonths: 3, areaGrain: 'rolling-12' } as const;

/** The board's rows, in order (decision 32). Outcome rows count by month of outcome until cohorts exist. */
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
        label: 'Ended OC15 or OC16',
        detail: '% of outcomes in the month',
        metric: 'outcomes.attrition',
        filter: domesticAbuse,
        ...now,
      },
      {
        id: 'da-oc15',
        label: 'Ended OC15, victim supports action',
        detail: '% of outcomes in the month',
        metric: 'outcomes.oc15',
        filter: domesticAbuse,
        ...now,
      },
      {
        id: 'da-oc16',
        label: 'Ended OC16, victim does not support action',
        detail: '% of outcomes in the month',
        metric: 'outcomes.oc16',
        filter: domesticAbuse,
        ...now,
      },
      {
        id: 'da-charged',
        label: 'Charged or summonsed',
        detail: '% of outcomes in the month',
        metric: 'outcomes.charged',
        filter: domesticAbuse,
        ...now,
      },
    ],
  },
  {
    label: 'Rape and other sexual offences',
    rows: [
      {
        id: 'sexual-oc15',
        label: 'Ended OC15, victim supports action',
        detail: '% of outcomes in the month',
        metric: 'outcomes.oc15',
        filter: sexual,
        ...smallCells,
      },
      {
        id: 'sexual-oc16',
        label: 'Ended OC16, victim does not support action',
        detail: '% of outcomes in the month',
        metric: 'outcomes.oc16',
        filter: sexual,
        ...smallCells,
      },
      {
        id: 'sexual-charged',
        label: 'Charged or summonsed',
        detail: '% of outcomes in the month',
        metric: 'outcomes.charged',
        filter: sexual,
        ...smallCells,
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
