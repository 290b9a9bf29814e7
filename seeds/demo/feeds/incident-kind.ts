import { type Random, weighted } from '../random.ts';

export type IncidentClass = 'crime' | 'public_safety' | 'antisocial' | 'transport' | 'other';

const classes = {
  domestic: weighted<IncidentClass>([
    ['crime', 0.64],
    ['public_safety', 0.34],
    ['other', 0.02],
  ]),
  other: weighted<IncidentClass>([
    ['crime', 0.4],
    ['public_safety', 0.32],
    ['antisocial', 0.13],
    ['transport', 0.09],
    ['other', 0.06],
  ]),
};

const firstGrades = {
  domestic: weighted([
    [1, 0.22],
    [2, 0.57],
    [3, 0.15],
    [4, 0.06],
  ] as const),
  crime: weighted([
    [1, 0.1],
    [2, 0.34],
    [3, 0.35],
    [4, 0.21],
  ] as const),
  public_safety: weighted([
    [1, 0.2],
    [2, 0.42],
    [3, 0.25],
    [4, 0.13],
  ] as const),
  antisocial: weighted([
    [1, 0.04],
    [2, 0.34],
    [3, 0.4],
    [4, 0.22],
  ] as const),
  transport: weighted([
    [1, 0.22],
    [2, 0.38],
    [3, 0.25],
    [4, 0.15],
  ] as const),
  other: weighted([
    [1, 0.03],
    [2, 0.2],
    [3, 0.45],
    [4, 0.32],
  ] as const),
};

const risks = weighted([
  ['standard', 0.62],
  ['medium', 0.27],
  ['high', 0.09],
  ['', 0.02],
] as const);

export interface IncidentKind {
  isDomestic: boolean;
  incidentClass: IncidentClass;
  /** Grade the call-taker gave, 1 to 4. */
  firstGrade: number;
  /** Grade the call was worked at after the control room looked again. */
  workedGrade: number;
  risk: string;
  firstReport: string;
}

/** What sort of call it is, before anyone is sent. */
export function drawIncidentKind(domesticShare: number, random: Random): IncidentKind {
  const isDomestic = random.chance(domesticShare);
  const incidentClass = classes[isDomestic ? 'domestic' : 'other'](random.next());
  const firstGrade = firstGrades[isDomestic ? 'domestic' : incidentClass](random.next());
  const regrade = random.next();
  const risk = risks(random.next());
  const isFirst = random.chance(0.36);
  return {
    isDomestic,
    incidentClass,
    firstGrade,
    workedGrade: regradedInControlRoom(firstGrade, regrade),
    risk: isDomestic ? risk : '',
    firstReport: isDomestic ? String(isFirst) : '',
  };
}

/** The ordinary second look: a few calls go up, fewer come down. */
function regradedInControlRoom(grade: number, draw: number): number {
  if (grade > 1 && draw < 0.03) return grade - 1;
  return grade > 1 && grade < 4 && draw > 0.98 ? grade + 1 : grade;
}
