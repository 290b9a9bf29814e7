import type { Parser, ParserRun } from '../../definition.ts';
import type { Row } from '../../row.ts';
import { forceCodeOf } from './force-names.ts';

const bases = ['closed', 'recorded'] as const;
const outcomes = ['1', '2', '3', '6', '7', '8', '22'];
const withoutCharge = ['2', '3', '6', '7', '8', '22'];
const source = 'Home Office, police recorded crime and outcomes open data';
/** The release to March 2026, from which the quarters were taken. */
const publishedOn = '2026-07-23';

/** All crime of a force by financial quarter, Home Office outcomes on both bases. */
export const hoOutcomesQuarter: Parser = {
  name: 'ho-outcomes-quarter',
  words: 'Home Office outcomes: all crime by financial quarter, closed and recorded basis',
  header: [
    'force',
    'fy',
    'quarter',
    ...bases.flatMap((basis) => [
      ...outcomes.map((outcome) => `${basis}_t${outcome}`),
      `${basis}_oocd`,
      `${basis}_positive`,
      `${basis}_assigned`,
    ]),
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
  open: (): ParserRun => ({ expand, finish: () => [] }),
};

function expand(field: (header: string) => string, row: Row): string[][] {
  const force = forceCodeOf(field('force')) ?? field('force');
  for (const basis of bases) checkIdentities(basis, field, row);
  return bases.flatMap((basis) =>
    outcomes.map((outcome) => [
      'published.outcome-share',
      force,
      `${field('fy')}-Q${field('quarter')}`,
      basis,
      'all-crime',
      outcome,
      field(`${basis}_t${outcome}`),
      field(`${basis}_assigned`),
      source,
      publishedOn,
    ]),
  );
}

/** The file counts 2, 3, 6, 7, 8 and 22 as out of court (oocd), and calls those and 1 positive. */
function checkIdentities(basis: string, field: (header: string) => string, row: Row): void {
  const value = (name: string): number => Number(field(`${basis}_${name}`));
  const oocd = withoutCharge.reduce((sum, outcome) => sum + value(`t${outcome}`), 0);
  const positive = value('oocd') + value('t1');
  if (value('oocd') !== oocd) {
    const message = `${basis}_oocd is ${value('oocd')}, but types 2, 3, 6, 7, 8 and 22 add up to ${oocd}.`;
    row.refuse(`${basis}_oocd`, 'identity-broken', message);
  }
  if (value('positive') !== positive) {
    const message = `${basis}_positive is ${value('positive')}, but its parts add up to ${positive}.`;
    row.refuse(`${basis}_positive`, 'identity-broken', message);
  }
}
