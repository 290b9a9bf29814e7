/** Records read and not yet taken, with the line that each starts on. */
export class RecordList {
  private records: string[][] = [];
  private lines: number[] = [];
  /** Line on which the next record starts. */
  nextLine: number;

  constructor(firstLine: number) {
    this.nextLine = firstLine;
  }

  get size(): number {
    return this.records.length;
  }

  /** Adds a record that fills a number of lines; one with nothing in it only counts. */
  add(record: string[], lines: number): void {
    if (record[0].trim() !== '' || record.some((field) => field.trim() !== '')) {
      this.records.push(record);
      this.lines.push(this.nextLine);
    }
    this.nextLine += lines;
  }

  take(): { records: string[][]; lines: number[] } {
    const taken = { records: this.records, lines: this.lines };
    this.records = [];
    this.lines = [];
    return taken;
  }
}
