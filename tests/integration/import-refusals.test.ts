import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixture, type ImportKit, openImportKit } from '../fixtures/import-kit.ts';

let kit: ImportKit;
beforeAll(async () => {
  kit = await openImportKit();
});
afterAll(() => kit?.drop());

describe('a file that cannot be taken', () => {
  test.each([
    ['incidents.missing-column.csv', 'missing-column', 'final_grade', 1],
    ['incidents.unknown-column.csv', 'unknown-column', 'weather', 1],
    ['incidents.duplicate-column.csv', 'duplicate-column', 'final_grade', 1],
    ['incidents.empty-file.csv', 'empty-file', null, null],
    ['incidents.notes-only.csv', 'empty-file', null, null],
    ['incidents.workbook.csv', 'not-text', null, null],
    ['incidents.utf-16.csv', 'not-text', null, null],
    ['incidents.binary.csv', 'not-text', null, null],
    ['incidents.broken-gzip.csv.gz', 'not-text', null, null],
    ['incidents.no-such-file.csv', 'not-found', null, null],
    ['incidents.unclosed-quote.csv', 'unclosed-quote', null, 3],
    ['crimes.personal-data-by-name.csv', 'personal-data', 'victim_name', 1],
    ['incidents.personal-data-by-content.csv', 'personal-data', 'contact', 1],
    ['orders.personal-data-in-free-text.csv', 'personal-data', 'court', 3],
    ['returns.personal-data-in-note.csv', 'personal-data', 'note', 2],
    ['targets.target-tie.csv', 'target-tie', null, null],
  ])('%s is refused as %s, naming the place', async (file, code, column, line) => {
    const [feed] = file.split('.');
    const report = await kit.importFile(feed, fixture(`refused-files/${file}`));
    expect(report).toMatchObject({ status: 'refused', batchId: null, accepted: 0, problemsTotal: 1 });
    expect(report.problems).toMatchObject([{ code, column, line }]);
    expect(report.message).not.toBe('');
    const kept = await kit.rows('select count(*)::int as batches from batch where feed = any($1)', [
      ['incidents', 'crimes', 'orders', 'returns', 'targets'],
    ]);
    expect(kept).toEqual([{ batches: 0 }]);
  });

  test('names every missing, unknown and repeated column at once', async () => {
    const report = await kit.importText('surveys', ['response_ref,area_code,mood,mood', 'R1,N1,good,good']);
    expect(report.problems.map(({ code, column }) => [code, column])).toEqual([
      ['missing-column', 'incident_month'],
      ['missing-column', 'survey'],
      ['missing-column', 'question'],
      ['missing-column', 'answer'],
      ['duplicate-column', 'mood'],
      ['unknown-column', 'mood'],
      ['unknown-column', 'mood'],
    ]);
  });

  test('says of a column without a name that a separator is too many', async () => {
    const report = await kit.importText('surveys', [
      'response_ref,area_code,incident_month,survey,question,answer,',
      'R1,N1,2023-05,stalking,overall,very,',
    ]);
    expect(report.problems).toMatchObject([
      { code: 'unknown-column', message: expect.stringContaining('separator too many') },
    ]);
  });

  test('never repeats what looked personal', async () => {
    const report = await kit.importFile(
      'incidents',
      fixture('refused-files/incidents.personal-data-by-content.csv'),
    );
    expect(report.problems[0].message).toContain('a telephone number');
    expect(JSON.stringify(report)).not.toContain('900123');
  });

  test('says how to load areas when the force has none', async () => {
    const empty = await openImportKit([]);
    const report = await empty.importFile('incidents', fixture('accepted/incidents.plain.csv'));
    await empty.drop();
    expect(report.problems).toMatchObject([{ code: 'no-areas' }]);
    expect(report.message).toContain('npm run import -- areas');
  });

  test('says how to load grades when the force has none', async () => {
    const bare = await openImportKit(['areas']);
    const report = await bare.importFile('incidents', fixture('accepted/incidents.plain.csv'));
    await bare.drop();
    expect(report.problems).toMatchObject([{ code: 'no-grades' }]);
  });

  test('names the parsers of a feed when another is asked for', async () => {
    const file = fixture('accepted/incidents.plain.csv');
    const report = await kit.importFile('returns', file, { parser: 'guess' });
    expect(report.problems).toMatchObject([{ code: 'unknown-parser' }]);
    expect(report.message).toContain('bbc-stalking-outcomes');
  });

  test('has an attempt that is closed as refused', async () => {
    await kit.importFile('incidents', fixture('refused-files/incidents.missing-column.csv'));
    const attempts = await kit.rows(
      'select status, finished_at is not null as closed from import_attempt order by attempt_id desc limit 1',
    );
    expect(attempts).toEqual([{ status: 'refused', closed: true }]);
  });
});

describe('the reference files that ship', () => {
  test.each(['outcome-types', 'targets', 'annotations'])('%s: every row is taken', async (feed) => {
    const file = fileURLToPath(new URL(`../../seeds/reference/${feed}.csv`, import.meta.url));
    const report = await kit.importFile(feed, file, { dryRun: true });
    expect(report).toMatchObject({ status: 'dry-run', problems: [] });
    expect(report.accepted).toBe(report.rows);
  });
});

describe('a row that cannot be taken', () => {
  test.each([
    ['incidents.column-count.csv', 'column-count', null],
    ['incidents.missing-value.csv', 'missing-value', 'final_grade'],
    ['incidents.missing-key.csv', 'missing-value', 'incident_ref'],
    ['incidents.unknown-area.csv', 'unknown-area', 'area_code'],
    ['incidents.unknown-code.csv', 'unknown-code', 'closure'],
    ['incidents.grade-not-in-use.csv', 'unknown-code', 'final_grade'],
    ['incidents.bad-timestamp.csv', 'bad-timestamp', 'received_at'],
    ['incidents.missing-hour.csv', 'missing-hour', 'received_at'],
    ['incidents.bad-boolean.csv', 'bad-boolean', 'domestic_abuse'],
    ['incidents.too-long.csv', 'too-long', 'incident_ref'],
    ['incidents.bad-text.csv', 'bad-text', 'incident_ref'],
    ['crimes.bad-date.csv', 'bad-date', 'recorded_on'],
    ['crimes.unknown-outcome.csv', 'unknown-code', 'outcome_type'],
    ['crimes.outcome-without-date.csv', 'missing-value', 'outcome_on'],
    ['surveys.bad-month.csv', 'bad-month', 'incident_month'],
    ['orders.bad-number.csv', 'bad-number', 'sequence'],
    ['orders.unknown-order-type.csv', 'unknown-code', 'order_type'],
    ['referrals.unknown-event.csv', 'unknown-code', 'event'],
    ['returns.bad-count.csv', 'bad-count', 'numerator'],
    ['returns.bad-period.csv', 'bad-period', 'period'],
    ['returns.unknown-force.csv', 'unknown-force', 'force_code'],
    ['returns.negative-year.csv', 'negative-year', 'numerator'],
    ['returns.unknown-metric.csv', 'unknown-metric', 'measure'],
    ['returns.counted-from-rows.csv', 'unknown-metric', 'measure'],
    ['returns.unknown-dimension.csv', 'unknown-dimension', 'weather'],
    ['returns.unknown-member.csv', 'unknown-member', 'outcome'],
    ['returns.area-of-another-force.csv', 'unknown-area', 'area_code'],
    ['areas.unknown-parent.csv', 'unknown-parent', 'parent_code'],
    ['areas.dates-reversed.csv', 'dates-reversed', 'valid_to'],
    ['areas.no-set.csv', 'missing-value', 'area_set'],
    ['areas.no-such-force.csv', 'unknown-force', 'force_code'],
    ['targets.threshold-mid-month.csv', 'threshold-mid-month', 'valid_from'],
    ['targets.threshold-filter.csv', 'threshold-filter', 'filter'],
    ['targets.bad-filter.csv', 'bad-filter', 'filter'],
    ['targets.bad-value.csv', 'bad-number', 'value'],
    ['targets.unknown-metric.csv', 'unknown-metric', 'metric'],
    ['targets.no-target.csv', 'no-target', 'metric'],
    ['targets.no-threshold.csv', 'no-target', 'metric'],
    ['targets.unknown-statistic.csv', 'unknown-statistic', 'statistic'],
    ['targets.unknown-dimension.csv', 'unknown-dimension', 'filter'],
    ['targets.unknown-member.csv', 'unknown-member', 'filter'],
    ['targets.unknown-unit.csv', 'unknown-unit', 'unit'],
    ['grades.no-label.csv', 'missing-value', 'label'],
    ['outcome-types.bad-code.csv', 'unknown-code', 'code'],
    ['annotations.bad-metric.csv', 'unknown-metric', 'metric'],
    ['annotations.unknown-metric.csv', 'unknown-metric', 'metric'],
    ['annotations.unknown-member.csv', 'unknown-member', 'filter'],
    ['annotations.baseline-without-end.csv', 'missing-value', 'until'],
    ['annotations.intention-without-direction.csv', 'missing-value', 'direction'],
    ['annotations.event-with-direction.csv', 'unknown-code', 'direction'],
  ])('%s: the row is refused as %s and the other is taken', async (file, code, column) => {
    const [feed] = file.split('.');
    const report = await kit.importFile(feed, fixture(`refused-rows/${file}`), { dryRun: true });
    expect(report).toMatchObject({ status: 'dry-run', rows: 2, accepted: 1, refused: 1, problemsTotal: 1 });
    expect(report.problems).toMatchObject([{ line: 3, column, code }]);
  });

  test('is told what would be accepted where it names a metric, a member or a unit that is not there', async () => {
    const messageOf = async (file: string): Promise<string> => {
      const [feed] = file.split('.');
      const report = await kit.importFile(feed, fixture(`refused-rows/${file}`), { dryRun: true });
      return report.problems[0].message;
    };
    expect(await messageOf('returns.counted-from-rows.csv')).toContain('Known are published.outcome-share.');
    expect(await messageOf('returns.unknown-dimension.csv')).toContain(
      'Known are basis, offenceGroup, outcome.',
    );
    expect(await messageOf('targets.no-target.csv')).toMatch(
      /response\.time takes no target.*response\.within-target/,
    );
    expect(await messageOf('targets.unknown-member.csv')).toContain('grade cannot be "9". Known are 1, 2');
    expect(await messageOf('targets.unknown-unit.csv')).toContain('Use fraction, percent, %.');
  });

  test('is refused where areas lie in each other and not in the force', async () => {
    const report = await kit.importText(
      'areas',
      [
        'area_code,name,kind,parent_code,force_code,area_set,valid_from,valid_to',
        'A,First,district,B,E23000016,SET1,2018-01-01,',
        'B,Second,district,A,E23000016,SET1,2018-01-01,',
        'C,Third,district,N,E23000016,SET1,2018-01-01,',
        'D,Below the first,station,A,E23000016,SET1,2018-01-01,',
      ],
      { dryRun: true },
    );
    expect(report).toMatchObject({ accepted: 1, refused: 3 });
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'unknown-parent'],
      [3, 'unknown-parent'],
      [5, 'unknown-parent'],
    ]);
  });

  test('is refused with all its problems, not the first', async () => {
    const file = fixture('refused-rows/incidents.several-problems.csv');
    const report = await kit.importFile('incidents', file, { dryRun: true });
    expect(report.problems.map(({ column, code }) => [column, code])).toEqual([
      ['incident_ref', 'missing-value'],
      ['area_code', 'unknown-area'],
      ['received_at', 'bad-timestamp'],
      ['final_grade', 'unknown-code'],
      ['domestic_abuse', 'bad-boolean'],
    ]);
  });

  test('refuses both rows of a key that comes twice with different content, naming the lines', async () => {
    const report = await kit.importFile('incidents', fixture('refused-rows/incidents.duplicate-key.csv'), {
      dryRun: true,
    });
    expect(report).toMatchObject({ rows: 3, accepted: 1, refused: 2 });
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'duplicate-key'],
      [4, 'duplicate-key'],
    ]);
    expect(report.problems[0].message).toContain('3, 4');
  });

  test('is kept as it was read, with its line and problems, and said loudly above 2%', async () => {
    const report = await kit.importFile('incidents', fixture('refused-rows/incidents.duplicate-key.csv'));
    const kept = await kit.rows(
      'select line, raw, problems from refused_row where batch_id = $1 order by line',
      [report.batchId],
    );
    expect(kept).toMatchObject([
      { line: 3, raw: 'I2,N1,2023-05-01T10:00:00Z,2023-05-01T10:05:00Z,2023-05-01T10:15:00Z,1,true' },
      { line: 4, raw: 'I2,N1,2023-05-01T10:00:00Z,2023-05-01T10:05:00Z,2023-05-01T10:15:00Z,2,true' },
    ]);
    expect(kept[0].problems).toMatchObject([{ line: 3, code: 'duplicate-key' }]);
    expect(report.warningsByCode).toEqual({ 'many-refused': 1 });
  });
});
