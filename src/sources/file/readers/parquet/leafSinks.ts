import type { Column } from '../../columns/Column';
import { NumberBuilder } from '../../columns/NumberBuilder';
import { TextBuilder } from '../../columns/TextBuilder';
import { exactColumn } from '../../columns/exactColumn';
import { messageOf } from '../../fileError';
import type { RawValues } from './pageValues';
import type { PageSink } from './readPages';

export interface ColumnSink extends PageSink {
  /** Another row group begins. */
  startGroup?(): void;
  finish(): Column;
}

/** Numbers, or times in milliseconds. */
export class NumberSink implements ColumnSink {
  private readonly builder: NumberBuilder;
  private entries = new Float64Array();

  constructor(
    private readonly numbers: (raw: RawValues) => ArrayLike<number>,
    private readonly isTime: boolean,
    capacity: number
  ) {
    this.builder = new NumberBuilder(true, isTime, capacity);
  }

  dictionary(entries: RawValues): void {
    this.entries = Float64Array.from(this.numbers(entries));
  }

  codes(codes: Int32Array, present: Uint8Array | null): void {
    if (present === null) {
      this.builder.pushCoded(this.entries, codes);
      return;
    }
    const found = new Float64Array(codes.length);
    for (let i = 0; i < codes.length; i++) {
      found[i] = this.entries[codes[i]];
    }
    this.push(found, present);
  }

  values(values: RawValues, present: Uint8Array | null): void {
    this.push(this.numbers(values), present);
  }

  finish(): Column {
    const column = this.builder.finish();
    return this.isTime ? column : { ...column, declared: 'numbers' };
  }

  private push(numbers: ArrayLike<number>, present: Uint8Array | null): void {
    if (present === null) {
      this.builder.pushNumbers(numbers);
    } else {
      eachCell(
        present,
        (i) => this.builder.pushNumber(numbers[i]),
        () => this.builder.pushMissing()
      );
    }
  }
}

/** Integers of which some are too long for a number. */
export class ExactSink implements ColumnSink {
  private readonly cells: Array<bigint | null> = [];
  private entries: readonly bigint[] = [];

  constructor(private readonly exact: (raw: RawValues) => readonly bigint[]) {}

  dictionary(entries: RawValues): void {
    this.entries = this.exact(entries);
  }

  codes(codes: Int32Array, present: Uint8Array | null): void {
    this.push((i) => this.entries[codes[i]], codes.length, present);
  }

  values(values: RawValues, present: Uint8Array | null): void {
    const longs = this.exact(values);
    this.push((i) => longs[i], longs.length, present);
  }

  finish(): Column {
    return { ...exactColumn(this.cells), declared: 'numbers' };
  }

  private push(valueAt: (i: number) => bigint, count: number, present: Uint8Array | null): void {
    eachCell(
      present ?? new Uint8Array(count).fill(1),
      (i) => this.cells.push(valueAt(i)),
      () => this.cells.push(null)
    );
  }
}

/** Text that the file declares as such, or bytes. */
export class TextSink implements ColumnSink {
  private readonly builder: TextBuilder;
  private entries = new Int32Array();
  private rows = 0;

  constructor(
    private readonly text: (bytes: Uint8Array) => string,
    capacity: number
  ) {
    this.builder = new TextBuilder(capacity);
  }

  startGroup(): void {
    this.rows = 0;
  }

  dictionary(entries: RawValues): void {
    this.entries = Int32Array.from(entries as readonly Uint8Array[], (bytes) => this.codeOf(bytes));
  }

  codes(codes: Int32Array, present: Uint8Array | null): void {
    if (present === null) {
      this.builder.pushCoded(this.entries, codes);
      this.rows += codes.length;
      return;
    }
    this.push((i) => this.entries[codes[i]], codes.length, present);
  }

  values(values: RawValues, present: Uint8Array | null): void {
    const texts = values as readonly Uint8Array[];
    this.push((i) => this.codeAt(texts[i]), texts.length, present);
  }

  finish(): Column {
    return { ...this.builder.finish(), declared: 'text' };
  }

  private codeAt(bytes: Uint8Array): number {
    try {
      return this.codeOf(bytes);
    } catch (error) {
      throw new RangeError(`row ${this.rows + 1} of its row group: ${messageOf(error)}`, { cause: error });
    }
  }

  /** Empty text is a missing value, as in every format. */
  private codeOf(bytes: Uint8Array): number {
    const text = this.text(bytes);
    return text === '' ? -1 : this.builder.codeOf(text);
  }

  private push(codeAt: (i: number) => number, count: number, present: Uint8Array | null): void {
    const add = (code: number) => {
      this.builder.pushCode(code);
      this.rows++;
    };
    if (present === null) {
      for (let i = 0; i < count; i++) {
        add(codeAt(i));
      }
    } else {
      eachCell(
        present,
        (i) => add(codeAt(i)),
        () => add(-1)
      );
    }
  }
}

export class TruthSink implements ColumnSink {
  private readonly builder = new TextBuilder();
  private entries: RawValues = [];

  dictionary(entries: RawValues): void {
    this.entries = Uint8Array.from(entries as Uint8Array);
  }

  codes(codes: Int32Array, present: Uint8Array | null): void {
    this.push((i) => this.entries[codes[i]] === 1, codes.length, present);
  }

  values(values: RawValues, present: Uint8Array | null): void {
    this.push((i) => values[i] === 1, values.length, present);
  }

  finish(): Column {
    return this.builder.finish();
  }

  private push(isTrue: (i: number) => boolean, count: number, present: Uint8Array | null): void {
    eachCell(
      present ?? new Uint8Array(count).fill(1),
      (i) => this.builder.pushBoolean(isTrue(i)),
      () => this.builder.pushMissing()
    );
  }
}

/** Calls with the index of each value among those that are there. */
function eachCell(present: Uint8Array, onValue: (i: number) => void, onMissing: () => void): void {
  let next = 0;
  for (let cell = 0; cell < present.length; cell++) {
    if (present[cell] === 1) {
      onValue(next++);
    } else {
      onMissing();
    }
  }
}
