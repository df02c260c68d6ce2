import { plainText } from '../../../distribution/cell/plainText';
import { ABSENT, FALSE, type JsonRow, NULL, NUMBER, OTHER, TEXT, TRUE } from '../bytes/JsonLineScanner';
import { decimalFromBytes } from '../bytes/decimalFromBytes';
import { builderFor } from '../columns/builderFor';
import type { CellBuilder } from '../columns/CellBuilder';
import type { Column } from '../columns/Column';
import { parseLooseJson } from './parseLooseJson';
import type { Scanned } from './RowScan';
import { RowsWithin, type Within } from './RowsWithin';
import type { ColumnRequest } from './TableFile';

interface Gathered {
  readonly builder: CellBuilder;
  rows: number;
}

/** Gathers columns from rows that are objects; what lies in objects inside is named with dots, `inputs.distance`. */
export class RowCollector {
  private readonly names = new Set<string>();
  private readonly gathered = new Map<string, Gathered>();
  /** The columns of a scanner's slots. */
  private readonly slots: Gathered[] = [];
  private readonly slotsOf = new Map<Gathered, number>();
  private readonly all: boolean;
  private rows = 0;
  /** Keys as rows write them, by the name that they are known by: most keys come again in every row. */
  private readonly plain = new Map<string, string>();

  private readonly filter: RowsWithin | null;
  private readonly timeField: string;
  /** Of the times that the filter looks at. */
  private timeSlot = -1;

  constructor(wanted: readonly ColumnRequest[] | 'all', within?: Within) {
    this.all = wanted === 'all';
    this.filter = within === undefined ? null : new RowsWithin(within);
    this.timeField = plainText(within?.timeField ?? '');
    for (const request of wanted === 'all' ? [] : wanted) {
      const name = plainText(request.name);
      const builder = this.filter !== null && name === this.timeField ? this.filter.times : builderFor(request);
      this.gathered.set(name, { builder, rows: 0 });
    }
  }

  add(row: object): void {
    if (this.filter !== null && this.isLeftOut(this.filter, this.timeIn(row, ''))) {
      this.addNames(row, '');
      return;
    }
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
    const slot = this.slotsOf.get(gathered) ?? this.slots.push(gathered) - 1;
    this.slotsOf.set(gathered, slot);
    if (gathered.builder === this.filter?.times) {
      this.timeSlot = slot;
    }
    return slot;
  }

  /** A row whose values lie in the slots that were given out. */
  addScanned(row: JsonRow): void {
    if (this.filter !== null && this.isOutside(this.filter, row)) {
      return;
    }
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
    const { filter } = this;
    return { rows: this.rows, names: [...this.names], columns, ...(filter !== null && { kept: filter.kept }) };
  }

  private isOutside(filter: RowsWithin, row: JsonRow): boolean {
    const { timeSlot: slot } = this;
    const kind = slot < 0 ? ABSENT : row.kinds[slot];
    switch (kind) {
      case TEXT:
        return filter.leavesOutBytes(row.bytes, row.starts[slot], row.ends[slot]);
      case OTHER:
        return this.isLeftOut(filter, valueIn(row, slot));
      default:
        return filter.decide(NaN);
    }
  }

  private isLeftOut(filter: RowsWithin, time: unknown): boolean {
    return typeof time === 'string' ? filter.leavesOut(time) : filter.decide(NaN);
  }

  /** The value that `addFields` would gather as the time: of two by one name the first. */
  private timeIn(row: object, prefix: string): unknown {
    for (const [key, value] of Object.entries(row)) {
      if (isGroup(value)) {
        const time = this.timeIn(value, `${prefix}${key}.`);
        if (time !== undefined) {
          return time;
        }
      } else if (this.plainName(prefix + key) === this.timeField) {
        return value;
      }
    }
    return undefined;
  }

  private addNames(row: object, prefix: string): void {
    for (const [key, value] of Object.entries(row)) {
      if (isGroup(value)) {
        this.addNames(value, `${prefix}${key}.`);
      } else {
        this.names.add(this.plainName(prefix + key));
      }
    }
  }

  private addFields(row: object, prefix: string): void {
    for (const [key, value] of Object.entries(row)) {
      const name = prefix + key;
      if (isGroup(value)) {
        this.addFields(value, `${name}.`);
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
      gathered = { builder: builderFor({ name, text: false, times: true }), rows: 0 };
      this.gathered.set(name, gathered);
    }
    return gathered;
  }
}

function pushScanned(builder: CellBuilder, row: JsonRow, slot: number, kind: number): void {
  const { bytes, starts, ends } = row;
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
  builder.push(valueIn(row, slot));
}

function valueIn({ bytes, starts, ends }: JsonRow, slot: number): unknown {
  return parseLooseJson(utf8.decode(bytes.subarray(starts[slot], ends[slot])));
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Rows that did not have the column are missing in it. */
function fill(gathered: Gathered, rows: number): void {
  for (; gathered.rows < rows; gathered.rows++) {
    gathered.builder.pushMissing();
  }
}
