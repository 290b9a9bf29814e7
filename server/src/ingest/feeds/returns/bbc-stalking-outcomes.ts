import type { Parser, ParserRun } from '../../definition.ts';
import type { Warning } from '../../problems.ts';
import { quoted, type Row } from '../../row.ts';
import { forceCodeOf, isTotalName } from './force-names.ts';

const dropped = 'case dropped because of evidential difficulties - victim';
const total = 'total number of all stalking outcomes';
const share = '(as percentage of all outcomes)';
/** Outcome type and the column that counts it. */
const outcomes = [
  ['1', 'charge outcomes'],
  ['15', `${dropped} supports action`],
  ['16', `${dropped} doesn't support action`],
] as const;
const source = 'BBC Shared Data Unit, from Home Office outcomes open data';
/** Home Office outcomes to March 2022 came out on this day; the unit's table was made from them. */
const publishedOn = '2022-07-21';

/** Stalking outcomes by force and financial year, 2014/15 to 2021/22, as the BBC Shared Data Unit published them. */
export const bbcStalkingOutcomes: Parser = {
  name: 'bbc-stalking-outcomes',
  words: 'BBC Shared Data Unit: stalking outcomes by force and financial year',
  header: [
    'police force name',
    'financial year',
    total,
    ...outcomes.map(([, column]) => column),
    ...outcomes.map(([, column]) => `${column} ${share}`),
  ],
  columns: [
    'measure',
    'force_code',
    'period',
    'dim_basis',
    'dim_offence_group',
    'dim_outcome',
    'numerator',
    'denominator',
    'source',
    'published_on',
  ],
  open: () => new Run(),
};

class Run implements ParserRun {
  private rows = 0;
  private disagreeing = 0;
  private readonly sums = new Map<string, number>();
  private readonly totals = new Map<string, number>();

  expand(field: (header: string) => string, row: Row): string[][] | null {
    this.rows++;
    if (this.hasWrongShare(field)) this.disagreeing++;
    const [name, year, all] = [field('police force name'), field('financial year'), Number(field(total))];
    if (isTotalName(name)) {
      this.totals.set(year, all);
      row.warn(
        'police force name',
        'total-left-out',
        `${quoted(name)} is a total among forces and is left out.`,
      );
      return null;
    }
    this.sums.set(year, (this.sums.get(year) ?? 0) + all);
    const force = forceCodeOf(name) ?? name;
    const parts = outcomes.map(([, column]) => Number(field(column)));
    if (parts.reduce((sum, part) => sum + part, 0) > all) {
      row.refuse(
        total,
        'identity-broken',
        `The outcomes shown add up to more than ${all}, the total of all.`,
      );
    }
    return outcomes.map(([outcome, column]) => [
      'published.outcome-share',
      force,
      year,
      'closed',
      'stalking',
      outcome,
      field(column),
      field(total),
      source,
      publishedOn,
    ]);
  }

  finish(): Warning[] {
    const percentages = `The three percentage columns are not read: shares are worked out from the counts. ${this.disagreeing} of ${this.rows} rows print a share that their counts do not give.`;
    const unequal = [...this.totals].filter(([year, all]) => this.sums.get(year) !== all);
    return [
      { line: null, column: null, code: 'percentages-ignored', message: percentages },
      ...unequal.map(
        ([year, all]): Warning => ({
          line: null,
          column: total,
          code: 'total-differs',
          message: `In ${year} the forces add up to ${this.sums.get(year) ?? 0}, the total row says ${all}.`,
        }),
      ),
    ];
  }

  /** Printed shares are whole percentages; a half may have been rounded either way. */
  private hasWrongShare(field: (header: string) => string): boolean {
    return outcomes.some(([, column]) => {
      const printed = field(`${column} ${share}`).replace('%', '');
      const worked = (Number(field(column)) / Number(field(total))) * 100;
      return printed !== '' && Math.abs(Number(printed) - worked) > 0.5 + 1e-9;
    });
  }
}
