import { refuseFile } from '../problems.ts';
import type { InspectedFile } from './inspect-file.ts';

export interface Dialect {
  delimiter: ',' | ';' | '\t';
  recordDelimiters: string[];
  /** Bytes of notes before the header, as UTF-8. */
  skippedBytes: number;
  /** Line of the header; the first line of a file is 1. */
  headerLine: number;
}

const delimiters = [',', ';', '\t'] as const;

/**
 * Works out from its start how a file is written: what separates columns and lines, and where the header is
 * below notes: lines that begin with `#`, what npm writes above redirected output (`>`), a spreadsheet's `sep=;`.
 * @throws {FileRefused} when there is no header
 */
export function detectDialect(file: InspectedFile): Dialect {
  const text = new TextDecoder(file.encoding).decode(file.start);
  let position = 0;
  let headerLine = 1;
  for (;;) {
    const end = endOfLine(text, position);
    const line = text.slice(position, end.at);
    const isNote = line.trim() === '' || /^("?[#>]|sep=.$)/i.test(line);
    if (!isNote) {
      return {
        delimiter: mostFrequent(line),
        recordDelimiters: end.mark === '\r' ? ['\r'] : ['\r\n', '\n'],
        skippedBytes: Buffer.byteLength(text.slice(0, position)),
        headerLine,
      };
    }
    if (end.mark === '')
      throw refuseFile('empty-file', 'The file has no header: its first line must name the columns.');
    position = end.at + end.mark.length;
    headerLine++;
  }
}

function endOfLine(text: string, from: number): { at: number; mark: string } {
  const found = /\r\n|\n|\r/g;
  found.lastIndex = from;
  const match = found.exec(text);
  return match ? { at: match.index, mark: match[0] } : { at: text.length, mark: '' };
}

function mostFrequent(header: string): Dialect['delimiter'] {
  const unquoted = header.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => unquoted.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))];
}
