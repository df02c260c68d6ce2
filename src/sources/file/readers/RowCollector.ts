import { plainText } from '../../../distribution/cell/plainText';
import { ABSENT, FALSE, type JsonRow, NULL, NUMBER, TEXT, TRUE } from '../bytes/JsonLineScanner';
import { decimalFromBytes } from '../bytes/decimalFromBytes';
import { ColumnBuilder } from '../columns/ColumnBuilder';
import type { Column } from '../columns/Column';
import { parseLooseJson } from './parseLooseJson';
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
  /** The columns of a scanner's slots. */
  private readonly slots: Gathered[] = [];
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

  /** How many names there were so far. */
  get nameCount(): number {
    return this.names.size;
  }

  /** Where a scanner is to put the values of a name: the same for the same name, -1 where nobody wants them. */
  slotOf(name: string): number {
    const gathered = this.gatheredOf(this.plainName(name));
    if (gathered === undefined) {
      return -1;
    }
    const known = this.slots.indexOf(gathered);
    return known < 0 ? this.slots.push(gathered) - 1 : known;
  }

  /** A row whose values lie in the slots that were given out. */
  addScanned(row: JsonRow): void {
    for (let slot = 0; slot < this.slots.length; slot++) {
      const kind = row.kinds[slot];
      if (kind !== ABSENT) {
        const gathered = this.slots[slot];
        if (gathered.rows < this.rows) {
          fill(gathered, this.rows);
        }
        pushScanned(gathered.builder, row, slot, kind);
        gathered.rows++;
      }
    }
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
    const gathered = this.gatheredOf(name);
    if (gathered === undefined || gathered.rows > this.rows) {
      return;
    }
    fill(gathered, this.rows);
    gathered.builder.push(value);
    gathered.rows++;
  }

  private gatheredOf(name: string): Gathered | undefined {
    this.names.add(name);
    let gathered = this.gathered.get(name);
    if (gathered === undefined && this.all) {
      gathered = { builder: new ColumnBuilder(false), rows: 0 };
      this.gathered.set(name, gathered);
    }
    return gathered;
  }
}

function pushScanned(builder: ColumnBuilder, { bytes, starts, ends }: JsonRow, slot: number, kind: number): void {
  const [start, end] = [starts[slot], ends[slot]];
  switch (kind) {
    case TEXT:
      builder.pushStringBytes(bytes, start, end);
      return;
    case TRUE:
    case FALSE:
      builder.push(kind === TRUE);
      return;
    case NULL:
      builder.pushMissing();
      return;
    case NUMBER: {
      const value = decimalFromBytes(bytes, start, end);
      if (!Number.isNaN(value)) {
        builder.push(value);
        return;
      }
    }
  }
  builder.push(parseLooseJson(utf8.decode(bytes.subarray(start, end))));
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Rows that did not have the column are missing in it. */
function fill(gathered: Gathered, rows: number): void {
  for (; gathered.rows < rows; gathered.rows++) {
    gathered.builder.pushMissing();
  }
}
