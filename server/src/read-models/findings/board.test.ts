import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alarmSentence,
  changeStatement,
  missedStatement,
  nothingStandsOut,
  outlierStatement,
  standingStatement,
  steadySentence,
} from './board.ts';
import { figuresOf } from './format.ts';
import { waitWords } from './variation.ts';

describe('statements of the board', () => {
  test.each([
    [
      changeStatement('Grade 2 DA response', 'quicker than its average for nine months running', null),
      'Grade 2 DA response: quicker than its average for nine months running',
    ],
    [
      changeStatement('DVPNs issued', 'higher than its usual range', true),
      'DVPNs issued: higher than its usual range, as intended',
    ],
    [
      changeStatement('DVPNs issued', 'lower than its usual range', false),
      'DVPNs issued: lower than its usual range, not as intended',
    ],
    [
      outlierStatement(
        'Shropshire',
        'Grade 2 DA response',
        { side: 'higher', comparedWith: 'the other four areas together', provisional: false },
        waitWords,
      ),
      'Shropshire: Grade 2 DA response slower than in the other areas, by more than chance',
    ],
    [
      standingStatement(
        'Shropshire',
        'Grade 2 DA response',
        { side: 'lower', comparedWith: 'the other area', provisional: true },
        waitWords,
      ),
      'Shropshire: Grade 2 DA response lastingly quicker than in the other area',
    ],
    [
      missedStatement('DA victims satisfied', figuresOf('fraction', 1), { comparison: '>=', value: 0.8 }, 8),
      'DA victims satisfied: target of at least 80.0% missed for eight months running',
    ],
    [
      missedStatement('DA victims satisfied', figuresOf('fraction', 1), { comparison: '>=', value: 0.8 }, 0),
      'DA victims satisfied: likely to miss its target of at least 80.0%',
    ],
    [
      steadySentence(7),
      'Seven measures moved only as usual. Do not explain the month; a steady figure can still be a poor one.',
    ],
    [
      steadySentence(1),
      'One measure moved only as usual. Do not explain the month; a steady figure can still be a poor one.',
    ],
    [
      nothingStandsOut(7),
      'Nothing stands out this month. All judged measures moved only as usual. A steady figure can still be a poor one.',
    ],
    [nothingStandsOut(0), 'Nothing stands out this month: no measure can be judged yet.'],
  ])('%s', (statement, expected) => expect(statement).toBe(expected));
});

describe('alarmSentence', () => {
  test('says how many real changes chance alone would show, beside those shown', () => {
    const facts = {
      measures: 16,
      shown: 4,
      shownIndependent: 3.2,
      expectedIndependent: 1.36,
      autocorrelation: 0.213,
      chanceOfAsMany: 0.153,
    };
    expect(alarmSentence(facts)).toBe(
      'Of 16 measures judged, chance alone would show a real change in about 1.4; this board shows 3.2 (four on the page: measures that move together count once). Chance alone would show so many on about 15% of boards. The sum allows for each month resembling the one before (correlation 0.21).',
    );
  });

  test('holds of its numbers, over random meters', () => {
    const number = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        number,
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        (measures, shown, expected, rho) => {
          const facts = {
            measures,
            shown,
            shownIndependent: shown,
            expectedIndependent: expected,
            autocorrelation: rho,
            chanceOfAsMany: 0.5,
          };
          const [, of, about, independent] =
            /^Of (\d+) measures judged, .* about ([\d.]+); this board shows ([\d.]+) /.exec(
              alarmSentence(facts),
            ) ?? [];
          expect(Number(of)).toBe(measures);
          expect(Number(about)).toBeCloseTo(expected, 0);
          expect(Number(independent)).toBe(shown);
        },
      ),
    );
  });

  test('says that none is shown, and that none can be judged', () => {
    const none = {
      measures: 5,
      shown: 0,
      shownIndependent: 0,
      expectedIndependent: 0.2,
      autocorrelation: 0,
      chanceOfAsMany: 1,
    };
    expect(alarmSentence(none)).toContain('about 0.2; this board shows none.');
    expect(alarmSentence({ ...none, measures: 0 })).toBe(
      'No measure can be judged yet, so no signal can be false.',
    );
  });
});
