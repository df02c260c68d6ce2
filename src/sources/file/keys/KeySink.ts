import type { SchemaElement } from 'hyparquet';
import type { Column } from '../columns/Column';
import { type LeafType, leafType, LongInteger } from '../readers/parquet/leafType';
import type { ColumnSink } from '../readers/parquet/leafSinks';
import type { RawValues } from '../readers/parquet/pageValues';
import { KeyBuilder } from './KeyBuilder';

/** Gathers a column of a Parquet file as keys. */
export class KeySink implements ColumnSink {
  private readonly keys: KeyBuilder;
  private readonly type: LeafType;
  private entries: readonly unknown[] = [];

  constructor(name: string, element: SchemaElement, capacity: number) {
    this.keys = new KeyBuilder(name, capacity);
    this.type = leafType(element);
  }

  dictionary(entries: RawValues): void {
    this.entries = Array.from(cellsOf(this.type, entries));
  }

  codes(codes: Int32Array, present: Uint8Array | null): void {
    this.push((i) => this.entries[codes[i]], codes.length, present);
  }

  values(values: RawValues, present: Uint8Array | null): void {
    const cells = cellsOf(this.type, values);
    this.push((i) => cells[i], cells.length, present);
  }

  finish(): Column {
    return this.keys.finish();
  }

  private push(cellAt: (i: number) => unknown, count: number, present: Uint8Array | null): void {
    let next = 0;
    for (let cell = 0; cell < (present?.length ?? count); cell++) {
      if (present === null || present[cell] === 1) {
        this.keys.push(cellAt(next++));
      } else {
        this.keys.pushMissing();
      }
    }
  }
}

/** The values of a page as what their texts are made of: integers that a number would round as such. */
function cellsOf(type: LeafType, raw: RawValues): ArrayLike<unknown> {
  switch (type.kind) {
    case 'text':
      return (raw as readonly Uint8Array[]).map((bytes) => type.text(bytes));
    case 'truth':
      return Array.from(raw as Uint8Array, (value) => value === 1);
    case 'times':
      return Array.from(type.numbers(raw), (time) => new Date(time));
    case 'numbers':
      try {
        return type.numbers(raw);
      } catch (error) {
        if (error instanceof LongInteger && type.exact !== undefined) {
          return type.exact(raw);
        }
        throw error;
      }
  }
}
