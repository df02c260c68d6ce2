import { plainText } from '../../../distribution/cell/plainText';
import type { ScannedRow } from '../bytes/DelimitedScanner';
import { builderFor } from '../columns/builderFor';
import type { CellBuilder } from '../columns/CellBuilder';
import { unreadable } from '../fileError';
import type { Scanned } from './RowScan';
import { RowsWithin, type Within } from './RowsWithin';
import type { ColumnRequest } from './TableFile';

interface Gathered {
  readonly name: string;
  readonly index: number;
  readonly builder: CellBuilder;
}

interface DelimitedOptions {
  /** Whether the first row names the columns. */
  readonly header?: boolean;
  readonly within?: Within;
  /** About how many rows there are. */
  readonly capacity?: number;
}

/** Gathers the wanted columns of rows of cells; the first row is the header, unless there is none. */
export class DelimitedRows {
  private names: readonly string[] | null = null;
  private gathered: readonly Gathered[] = [];
  private rows = 0;
  private filter: RowsWithin | null = null;
  /** Of the times that the filter looks at: among all columns, and among those that `begin` returned. */
  private timeIndex = -1;
  private timeAt = -1;

  constructor(
    private readonly shown: string,
    private readonly wanted: readonly ColumnRequest[] | 'all',
    private readonly options: DelimitedOptions = {}
  ) {}

  /** A row, and on which line it begins. */
  add(cells: readonly string[], line: number): void {
    const isEmpty = cells.length === 1 && cells[0] === '';
    if (this.names === null) {
      if (!isEmpty) {
        this.startWith(this.namesIn(cells));
        if (this.options.header === false) {
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
    this.startWith(this.namesIn(cells));
    this.gathered = [...this.gathered].sort((a, b) => a.index - b.index);
    const indices = [...new Set(this.gathered.map(({ index }) => index))];
    this.timeAt = indices.indexOf(this.timeIndex);
    return indices;
  }

  /** A row of the columns that `begin` returned. */
  addScanned({ bytes, starts, ends, doubled }: ScannedRow): void {
    const { gathered, filter, timeAt } = this;
    if (filter?.leavesOutBytes(bytes, starts[timeAt], ends[timeAt])) {
      return;
    }
    for (let i = 0, at = 0; i < gathered.length; i++) {
      at += Number(i > 0 && gathered[i].index !== gathered[i - 1].index);
      gathered[i].builder.pushBytes(bytes, starts[at], ends[at], doubled[at] === 1);
    }
    this.rows++;
  }

  /** Where the next row stands. */
  place(line: number): string {
    return `row ${(this.filter?.kept.rows ?? this.rows) + 1} (line ${line})`;
  }

  finish(): Scanned {
    if (this.names === null) {
      throw unreadable(`${this.shown} is empty: there is not even a header line.`);
    }
    const columns = new Map(this.gathered.map(({ name, builder }) => [name, builder.finish()]));
    return { rows: this.rows, names: this.names, columns, ...(this.filter !== null && { kept: this.filter.kept }) };
  }

  private namesIn(cells: readonly string[]): readonly string[] {
    return this.options.header === false ? cells.map((_, index) => `column_${index + 1}`) : cells;
  }

  private startWith(header: readonly string[]): void {
    const names = header.map((name, index) => plainText(name.trim()) || `column_${index + 1}`);
    const indexOf = new Map<string, number>();
    names.forEach((name, index) => indexOf.set(name, indexOf.get(name) ?? index));
    const twice = names.find((name, index) => indexOf.get(name) !== index);
    if (twice !== undefined) {
      throw unreadable(`${this.shown}: the header names the column "${twice}" twice.`);
    }
    const wanted = this.wanted === 'all' ? names.map((name) => ({ name, text: false, times: true })) : this.wanted;
    this.names = names;
    const { within, capacity } = this.options;
    this.timeIndex = within === undefined ? -1 : (indexOf.get(plainText(within.timeField)) ?? -1);
    const filter = within === undefined || this.timeIndex < 0 ? null : new RowsWithin(within);
    this.filter = filter;
    this.gathered = wanted.flatMap((request) => {
      const index = indexOf.get(plainText(request.name)) ?? -1;
      const builder =
        index === this.timeIndex && filter !== null
          ? filter.times
          : builderFor(request, filter === null ? capacity : undefined);
      return index < 0 ? [] : [{ name: request.name, index, builder }];
    });
  }

  private addRow(cells: readonly string[], columns: number, line: number): void {
    if (cells.length !== columns) {
      const message = `${this.shown}, ${this.place(line)}: ${cells.length} cells, and the header names ${columns} columns.`;
      throw unreadable(message);
    }
    if (this.filter?.leavesOut(cells[this.timeIndex])) {
      return;
    }
    for (const { builder, index } of this.gathered) {
      builder.pushText(cells[index]);
    }
    this.rows++;
  }
}
