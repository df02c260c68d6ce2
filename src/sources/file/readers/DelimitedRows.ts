import { plainText } from '../../../distribution/cell/plainText';
import type { ScannedRow } from '../bytes/DelimitedScanner';
import { ColumnBuilder } from '../columns/ColumnBuilder';
import { unreadable } from '../fileError';
import type { Scanned } from './RowScan';
import type { ColumnRequest } from './TableFile';

interface Gathered {
  readonly name: string;
  readonly index: number;
  readonly builder: ColumnBuilder;
}

/** Gathers the wanted columns of rows of cells; the first row is the header, unless there is none. */
export class DelimitedRows {
  private names: readonly string[] | null = null;
  private gathered: readonly Gathered[] = [];
  private rows = 0;

  constructor(
    private readonly shown: string,
    private readonly wanted: readonly ColumnRequest[] | 'all',
    private readonly header = true
  ) {}

  /** A row, and on which line it begins. */
  add(cells: readonly string[], line: number): void {
    const isEmpty = cells.length === 1 && cells[0] === '';
    if (this.names === null) {
      if (!isEmpty) {
        this.startWith(this.header ? cells : cells.map((_, index) => `column_${index + 1}`));
        if (!this.header) {
          this.addRow(cells, cells.length, line);
        }
      }
    } else if (!isEmpty || this.names.length === 1) {
      // Where there is but one column, an empty line is a missing value.
      this.addRow(cells, this.names.length, line);
    }
  }

  /** The first row, which is the header where there is one; returns the columns that are wanted, ascending, each once. */
  begin(cells: readonly string[]): readonly number[] {
    this.startWith(this.header ? cells : cells.map((_, index) => `column_${index + 1}`));
    this.gathered = [...this.gathered].sort((a, b) => a.index - b.index);
    return [...new Set(this.gathered.map(({ index }) => index))];
  }

  /** A row of the columns that `begin` returned. */
  addScanned({ bytes, starts, ends, doubled }: ScannedRow): void {
    const { gathered } = this;
    for (let i = 0, at = 0; i < gathered.length; i++) {
      at += Number(i > 0 && gathered[i].index !== gathered[i - 1].index);
      gathered[i].builder.pushBytes(bytes, starts[at], ends[at], doubled[at] === 1);
    }
    this.rows++;
  }

  /** Where the next row stands. */
  place(line: number): string {
    return `row ${this.rows + 1} (line ${line})`;
  }

  finish(): Scanned {
    if (this.names === null) {
      throw unreadable(`${this.shown} is empty: there is not even a header line.`);
    }
    const columns = new Map(this.gathered.map(({ name, builder }) => [name, builder.finish()]));
    return { rows: this.rows, names: this.names, columns };
  }

  private startWith(header: readonly string[]): void {
    const names = header.map((name, index) => plainText(name.trim()) || `column_${index + 1}`);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      throw unreadable(`${this.shown}: the header names the column "${twice}" twice.`);
    }
    const wanted = this.wanted === 'all' ? names.map((name) => ({ name, text: false })) : this.wanted;
    this.names = names;
    this.gathered = wanted.flatMap(({ name, text }) => {
      const index = names.indexOf(plainText(name));
      return index < 0 ? [] : [{ name, index, builder: new ColumnBuilder(text) }];
    });
  }

  private addRow(cells: readonly string[], columns: number, line: number): void {
    if (cells.length !== columns) {
      const message = `${this.shown}, ${this.place(line)}: ${cells.length} cells, and the header names ${columns} columns.`;
      throw unreadable(message);
    }
    for (const { builder, index } of this.gathered) {
      builder.pushText(cells[index]);
    }
    this.rows++;
  }
}
