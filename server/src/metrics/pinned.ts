import type { DateText } from '../db/tables.ts';

/** Everything beside cells that a figure depends on, frozen with its release. */
export interface Pinned {
  readonly force: { readonly code: string; readonly name: string };
  /** Every force known by code, the home force included. */
  readonly forces: readonly { readonly code: string; readonly name: string }[];
  /** Oldest first. */
  readonly areaSets: readonly PinnedAreaSet[];
  readonly grades: readonly PinnedGrade[];
  readonly outcomeTypes: readonly { readonly code: string; readonly label: string }[];
  readonly targets: readonly PinnedTarget[];
  readonly annotations: readonly PinnedAnnotation[];
  readonly coverage: readonly PinnedCoverage[];
  /** Metric id → version of its definition. */
  readonly definitions: Readonly<Record<string, number>>;
  /** Cube id → version. */
  readonly cubes: Readonly<Record<string, number>>;
}

export interface PinnedArea {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
}

export interface PinnedAreaSet {
  readonly id: string;
  readonly validFrom: DateText;
  readonly validTo: DateText | null;
  /** In the force's own order. */
  readonly areas: readonly PinnedArea[];
}

export interface PinnedGrade {
  readonly grade: string;
  readonly label: string;
  readonly validFrom: DateText;
  readonly validTo: DateText | null;
}

export interface PinnedTarget {
  readonly metric: string;
  readonly statistic: string;
  /** As `grade=2&priorityArea=urban`; empty for every member. */
  readonly filter: string;
  /** Empty for every area. */
  readonly areaCode: string;
  readonly role: 'threshold' | 'target';
  readonly comparison: '>=' | '<=';
  readonly value: number;
  readonly unit: string;
  readonly validFrom: DateText;
  readonly validTo: DateText | null;
  readonly provenance: 'own' | 'comparator';
  readonly source: string;
}

export interface PinnedAnnotation {
  readonly kind: 'event' | 'rebase' | 'break' | 'baseline' | 'intention';
  readonly date: DateText;
  /** Last day of a baseline; the others have none. */
  readonly until?: DateText;
  /** A metric id, `family.*`, or `*`. */
  readonly metric: string;
  /** As `orderType=DVPN`; absent for every member. */
  readonly filter?: string;
  /** Way an intention points; the others have none. */
  readonly direction?: 'increase' | 'decrease';
  readonly areaCode: string;
  readonly text: string;
  readonly source: string;
  readonly illustrative: boolean;
}

export interface PinnedCoverage {
  readonly feed: string;
  /** Null: every area of the home force. */
  readonly areaCode: string | null;
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly heldTo: DateText;
}
