export type CsvValue = string | number | boolean | null | undefined;

const formulaStart = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * A table as CSV (RFC 4180, CRLF, header first). Text that a spreadsheet would run as a formula is
 * given a leading apostrophe (OWASP, CSV injection); numbers are left alone, a minus sign included.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [columns.map(toCell).join(',')];
  for (const row of rows) lines.push(row.map(toCell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function toCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
