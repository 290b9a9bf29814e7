import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixture, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
beforeEach(() => kit.reset());
afterAll(() => kit?.drop());

const header = 'incident_ref,area_code,received_at,dispatched_at,arrived_at,final_grade,domestic_abuse';

describe('the way a file is written', () => {
  test.each([
    ['incidents.plain.csv', ','],
    ['incidents.bom-crlf.csv', ','],
    ['incidents.semicolon-cr.csv', ';'],
    ['incidents.tab-headers-in-capitals.csv', '\t'],
    ['incidents.quoted-other-order.csv', ','],
    ['incidents.packed.csv.gz', ','],
    ['incidents.notes-above.csv', ','],
  ])('%s gives the same two incidents', async (file, delimiter) => {
    const report = await kit.importFile('incidents', fixture(`accepted/${file}`));
    expect(report).toMatchObject({ status: 'applied', rows: 2, accepted: 2, encoding: 'utf-8', delimiter });
    const facts = await kit.rows(
      'select incident_ref, area_code, month, received_at, arrived_at, final_grade, domestic_abuse from fact_incident order by incident_ref',
    );
    expect(facts).toEqual([
      {
        incident_ref: 'I1',
        area_code: 'N1',
        month: '2023-05',
        received_at: '2023-05-01T10:00:00.000Z',
        arrived_at: '2023-05-01T10:15:00.000Z',
        final_grade: '1',
        domestic_abuse: true,
      },
      {
        incident_ref: 'I2',
        area_code: 'S1',
        month: '2023-06',
        received_at: '2023-06-01T10:00:00.000Z',
        arrived_at: null,
        final_grade: '1',
        domestic_abuse: true,
      },
    ]);
  });

  test('a file that is not UTF-8 is read as Windows-1252, and says so', async () => {
    const report = await kit.importFile('orders', fixture('accepted/orders.windows-1252.csv'));
    expect(report).toMatchObject({ encoding: 'windows-1252', warningsByCode: { 'windows-1252': 1 } });
    expect(await kit.rows('select court from fact_order_event')).toEqual([{ court: 'Llandrindod – Café' }]);
  });

  test('a character of UTF-8 cut by the end of a block does not make it Windows-1252', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, n) => `O${n},DVPO,granted,2023-05-01,N1,Café ${'é'.repeat(n % 7)}`,
    );
    const report = await kit.importText('orders', [
      'order_ref,order_type,event,event_on,area_code,court',
      ...rows,
    ]);
    expect(report).toMatchObject({ encoding: 'utf-8', accepted: 30_000, warningsTotal: 0 });
  });

  test('lines are counted through quoted line breaks and blank lines', async () => {
    const report = await kit.importText('orders', [
      '# note',
      'order_ref,order_type,event,event_on,area_code,court',
      'O1,DVPO,granted,2023-05-01,N1,"Two',
      'lines"',
      '',
      'O2,DVPO,granted,2023-05-01,N1,Worcester',
      'O3,DVPO,granted,never,N1,Worcester',
    ]);
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'bad-text'],
      [7, 'bad-date'],
    ]);
  });

  test('a backslash and a quote within text stay as they are', async () => {
    await kit.importText('orders', [
      'order_ref,order_type,event,event_on,area_code,court',
      'O\\1,DVPO,granted,2023-05-01,N1,"Court ""A"" \\N \\t"',
    ]);
    expect(await kit.rows('select order_ref, court from fact_order_event')).toEqual([
      { order_ref: 'O\\1', court: 'Court "A" \\N \\t' },
    ]);
  });
});

describe('timestamps', () => {
  test('follow the clocks of Europe/London', async () => {
    const report = await kit.importFile('incidents', fixture('accepted/incidents.clock-changes.csv'));
    expect(report).toMatchObject({ accepted: 6, refused: 0 });
    const facts = await kit.rows(
      'select incident_ref, month, received_at, dispatched_at, arrived_at from fact_incident order by incident_ref',
    );
    expect(facts).toEqual([
      stamps('BEFORE', '2023-03', '03-26T00:59:59', '03-26T01:00:00', '03-26T01:10:00'),
      stamps('EARLIER-BY-OTHERS', '2023-10', '10-29T00:00:00', '10-29T00:10:00', '10-29T00:20:00'),
      stamps('LATER-BY-OTHERS', '2023-10', '10-29T00:50:00', '10-29T01:10:00', '10-29T02:30:00'),
      stamps('MONTH-END', '2023-04', '03-31T23:30:00', null, null),
      stamps('OFFSET', '2023-10', '10-29T01:30:00', '10-29T01:45:00', '10-29T01:50:00'),
      stamps('UNDECIDED', '2023-10', '10-29T00:30:00', null, null),
    ]);
    const ambiguous = report.warnings.filter(({ code }) => code === 'ambiguous-hour');
    expect(ambiguous.map(({ line, column }) => [line, column])).toEqual([
      [4, 'dispatched_at'],
      [5, 'dispatched_at'],
      [6, 'received_at'],
    ]);
  });

  test('that run backwards keep the row and are warned about; a long wait too', async () => {
    const report = await kit.importText('incidents', [
      header,
      'I1,N1,2023-05-01T10:00:00Z,2023-05-01T09:00:00Z,2023-05-01T08:00:00Z,1,true',
      'I2,N1,2023-05-01T10:00:00Z,2023-05-01T10:01:00Z,2023-05-03T10:00:00Z,1,true',
    ]);
    expect(report).toMatchObject({
      accepted: 2,
      refused: 0,
      warningsByCode: { 'out-of-order': 3, 'long-wait': 2 },
    });
  });
});

describe('personal data', () => {
  const crimes = ['crime_ref,area_code,recorded_on,offence_group,domestic_abuse,victim_key,suspect_key'];

  test('keys of people are hashed before anything is written, in refused rows too', async () => {
    await kit.importText('crimes', [
      ...crimes,
      'C1,N1,2023-05-01,rape,true,PERSON-0001,PERSON-0002',
      'C2,N1,2023-05-02,rape,true,PERSON-0001,',
      'C3,N1,not a date,rape,true,PERSON-0001,PERSON-0002',
      'C4,N1,2023-05-02,rape,true,PERSON-0001,PERSON-0002,too,many',
    ]);
    const facts = await kit.rows('select victim_key, suspect_key from fact_crime order by crime_ref');
    const [first, second] = facts;
    expect(first.victim_key).toMatch(/^[\w-]{32}$/);
    expect(second).toEqual({ victim_key: first.victim_key, suspect_key: null });
    const refused = await kit.rows('select line, raw from refused_row order by line');
    expect(refused[0]).toEqual({
      line: 4,
      raw: `C3,N1,not a date,rape,true,${first.victim_key},${first.suspect_key}`,
    });
    expect(refused[1].raw).toContain('withheld');
    const dump = await kit.rows(
      'select f::text as everything from fact_crime f union all select r::text from refused_row r union all select b::text from batch b',
    );
    expect(JSON.stringify(dump)).not.toContain('PERSON-');
  });

  test('a value that looks personal where a code should be is withheld from message and row', async () => {
    const report = await kit.importText('incidents', [
      `${header},closure`,
      'I1,N1,2023-05-01T10:00:00Z,,,1,true,ring 07700 900123',
    ]);
    const kept = await kit.rows('select raw from refused_row');
    expect(kept).toEqual([{ raw: 'I1,N1,2023-05-01T10:00:00Z,,,1,true,[withheld]' }]);
    expect(report.problems[0].message).toContain('[withheld]');
  });

  test('references that look like numbers of people are let through: they are references', async () => {
    const report = await kit.importText('incidents', [
      header,
      '07700900123,N1,2023-05-01T10:00:00Z,,,1,true',
    ]);
    expect(report).toMatchObject({ accepted: 1, refused: 0 });
  });

  test('another key file than the one used before refuses the file', async () => {
    await kit.importText('crimes', [...crimes, 'C1,N1,2023-05-01,rape,true,A,B']);
    const report = await kit.importText(
      'crimes',
      [...crimes, 'C2,N1,2023-05-01,rape,true,A,B'],
      {},
      Buffer.alloc(32, 9),
    );
    expect(report.problems).toMatchObject([{ code: 'other-key' }]);
  });
});

function stamps(incident_ref: string, month: string, ...times: (string | null)[]): Record<string, unknown> {
  const [received_at, dispatched_at, arrived_at] = times.map((time) =>
    time === null ? null : `2023-${time}.000Z`,
  );
  return { incident_ref, month, received_at, dispatched_at, arrived_at };
}
