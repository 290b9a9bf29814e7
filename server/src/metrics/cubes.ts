/** A cube: what one feed's cells hold. Dimension order is payload order; a change needs a new `version`. */
export interface Cube {
  readonly id: CubeId;
  readonly version: number;
  readonly feed: FeedId;
  /** Columns a tuple is keyed by; every member is text, blanks are `not-recorded`. */
  readonly dimensions: readonly string[];
  /** Additive whole numbers of a tuple. */
  readonly counts: readonly string[];
  /** Whole sorted distributions of a tuple, in seconds. */
  readonly runs: readonly string[];
  /** Whether a tuple keeps dated spans: a start day and a length in days, or open. */
  readonly spans: boolean;
  /** Projections made when a release is loaded, so that no first reader waits for them. */
  readonly prebuilt: readonly (readonly string[])[];
  /** Month of a span's end, as one more dimension of projections. */
  readonly endMonth: boolean;
}

export type FeedId = 'incidents' | 'crimes' | 'surveys' | 'orders' | 'referrals' | 'returns';
export type CubeId =
  | 'incident'
  | 'crime'
  | 'survey_answer'
  | 'order_event'
  | 'referral_event'
  | 'return_value';

export const NOT_RECORDED = 'not-recorded';
/** Projection dimension made from a span's end; `open` while it has none. */
export const END_MONTH = 'endMonth';

const incident: Cube = {
  id: 'incident',
  version: 1,
  feed: 'incidents',
  dimensions: [
    'grade',
    'initialGrade',
    'domesticAbuse',
    'incidentClass',
    'priorityArea',
    'hourBand',
    'firstReport',
    'risk',
    'deferred',
    'closure',
    'videoStage',
  ],
  counts: [
    'incidents',
    'attendedNoArrival',
    'outOfOrder',
    'paired',
    'pairedDispatchSeconds',
    'pairedTravelSeconds',
  ],
  runs: ['total', 'dispatch', 'travel', 'seen'],
  spans: false,
  prebuilt: [
    ['deferred', 'domesticAbuse', 'grade'],
    ['deferred', 'domesticAbuse', 'grade', 'incidentClass'],
    ['deferred', 'domesticAbuse', 'grade', 'priorityArea'],
    ['domesticAbuse'],
    ['closure', 'domesticAbuse', 'grade'],
  ],
  endMonth: false,
};

const crime: Cube = {
  id: 'crime',
  version: 1,
  feed: 'crimes',
  dimensions: [
    'offenceGroup',
    'domesticAbuse',
    'outcome',
    'victimSex',
    'victimAgeBand',
    'victimEthnicity',
    'relationship',
    'risk',
  ],
  counts: ['crimes'],
  runs: [],
  spans: true,
  prebuilt: [
    ['domesticAbuse', 'outcome'],
    ['offenceGroup', 'outcome'],
    ['domesticAbuse', 'offenceGroup', 'outcome'],
    ['domesticAbuse', END_MONTH, 'outcome'],
    [END_MONTH, 'offenceGroup', 'outcome'],
    ['domesticAbuse', END_MONTH, 'offenceGroup', 'outcome'],
  ],
  endMonth: true,
};

const surveyAnswer: Cube = {
  id: 'survey_answer',
  version: 1,
  feed: 'surveys',
  dimensions: ['survey', 'question', 'answer'],
  counts: ['answers'],
  runs: [],
  spans: false,
  prebuilt: [['answer', 'question', 'survey']],
  endMonth: false,
};

const orderEvent: Cube = {
  id: 'order_event',
  version: 1,
  feed: 'orders',
  dimensions: ['orderType', 'event', 'interim', 'court', 'route'],
  counts: ['events'],
  runs: [],
  spans: false,
  prebuilt: [['event', 'interim', 'orderType']],
  endMonth: false,
};

const referralEvent: Cube = {
  id: 'referral_event',
  version: 1,
  feed: 'referrals',
  dimensions: ['flag', 'kind', 'event', 'decision', 'heldBy', 'submission'],
  counts: ['events'],
  runs: [],
  spans: true,
  prebuilt: [
    ['event', 'flag', 'kind'],
    ['decision', 'event', 'flag', 'kind'],
    ['flag', 'heldBy', 'kind', 'submission'],
  ],
  endMonth: false,
};

const returnValue: Cube = {
  id: 'return_value',
  version: 1,
  feed: 'returns',
  dimensions: ['measure', 'force', 'periodLength', 'offenceGroup', 'outcome', 'basis'],
  counts: ['numerator', 'denominator'],
  runs: [],
  spans: false,
  prebuilt: [['basis', 'force', 'measure', 'offenceGroup', 'outcome', 'periodLength']],
  endMonth: false,
};

export const cubes: Readonly<Record<CubeId, Cube>> = {
  incident,
  crime,
  survey_answer: surveyAnswer,
  order_event: orderEvent,
  referral_event: referralEvent,
  return_value: returnValue,
};
