import { plainText } from '../../../distribution/cell/plainText';
import { ColumnBuilder } from '../columns/ColumnBuilder';
import type { Column } from '../columns/Column';
import type { Scanned } from './RowScan';
import type { ColumnRequest } from './TableFile';

interface Gathered {
  readonly builder: ColumnBuilder;
  rows: number;
}

/** Gathers columns from rows that are objects; what lies in objects inside is named with dots, `inputs.distance`. */
export class RowCollector {
  private readonly names = new Set<string>();
  private readonly gathered = new Map<string, Gathered>();
  private readonly all: boolean;
  private rows = 0;
  /** Keys as rows write them, by the name that they are known by: most keys come again in every row. */
  private readonly plain = new Map<string, string>();

  constructor(wanted: readonly ColumnRequest[] | 'all') {
    this.all = wanted === 'all';
    for (const { name, text } of wanted === 'all' ? [] : wanted) {
      this.gathered.set(plainText(name), { builder: new ColumnBuilder(text), rows: 0 });
    }
  }

  add(row: object): void {
    this.addFields(row, '');
    this.rows++;
  }

  finish(): Scanned {
    const columns = new Map<string, Column>();
    for (const [name, gathered] of this.gathered) {
      if (this.names.has(name)) {
        fill(gathered, this.rows);
        columns.set(name, gathered.builder.finish());
      }
    }
    return { rows: this.rows, names: [...this.names], columns };
  }

  private addFields(row: object, prefix: string): void {
    for (const [key, value] of Object.entries(row)) {
      const name = prefix + key;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        this.addFields(value as object, `${name}.`);
      } else {
        this.addCell(this.plainName(name), value);
      }
    }
  }

  private plainName(name: string): string {
    let plain = this.plain.get(name);
    if (plain === undefined) {
      plain = plainText(name);
      this.plain.set(name, plain);
    }
    return plain;
  }

  private addCell(name: string, value: unknown): void {
    this.names.add(name);
    let gathered = this.gathered.get(name);
    if (gathered === undefined) {
      if (!this.all) {
        return;
      }
      gathered = { builder: new ColumnBuilder(false), rows: 0 };
      this.gathered.set(name, gathered);
    }
    if (gathered.rows > this.rows) {
      return;
    }
    fill(gathered, this.rows);
    gathered.builder.push(value);
    gathered.rows++;
  }
}

/** Rows that did not have the column are missing in it. */
function fill(gathered: Gathered, rows: number): void {
  for (; gathered.rows < rows; gathered.rows++) {
    gathered.builder.pushMissing();
  }
}
