import { categoryOf } from '../../../distribution/categoriesFromValues';
import type { CellBuilder } from '../columns/CellBuilder';
import { type KeyColumn, MISSING, PRESENT } from '../columns/Column';
import { unreadable } from '../fileError';
import { KeyHash } from './KeyHash';

/** Gathers a column of keys as hashes of their texts: eight bytes a row, however long the keys are. */
export class KeyBuilder implements CellBuilder {
  private values: Float64Array<ArrayBuffer>;
  private words: Int32Array;
  private states: Uint8Array | null = null;
  private size = 0;
  private readonly hash = new KeyHash();

  constructor(
    private readonly name: string,
    capacity = 64
  ) {
    this.values = new Float64Array(Math.max(1, capacity));
    this.words = new Int32Array(this.values.buffer);
  }

  /** Throws a SourceError for a number that may be another one rounded. */
  push(cell: unknown): void {
    if (typeof cell === 'number') {
      this.pushNumber(cell);
    } else if (cell === null || cell === undefined) {
      this.pushMissing();
    } else {
      this.pushText(typeof cell === 'string' ? cell : categoryOf(cell));
    }
  }

  pushNumber(cell: number): void {
    if (Number.isNaN(cell)) {
      this.pushMissing();
      return;
    }
    if (Math.abs(cell) > Number.MAX_SAFE_INTEGER) {
      throw unreadable(
        `The key "${this.name}" holds ${cell} as a decimal number, of which the last digits are lost. Write keys as text or as whole numbers.`
      );
    }
    this.pushText(String(cell));
  }

  pushText(cell: string): void {
    this.take(this.hash.ofText(cell));
  }

  pushBytes(bytes: Uint8Array, start: number, end: number, isDoubled = false): void {
    if (start === end) {
      this.pushMissing();
    } else if (isDoubled) {
      this.pushText(Buffer.from(bytes.subarray(start, end)).toString('utf8').replaceAll('""', '"'));
    } else {
      this.take(this.hash.ofBytes(bytes, start, end));
    }
  }

  pushStringBytes(bytes: Uint8Array, start: number, end: number): void {
    this.pushBytes(bytes, start, end);
  }

  pushMissing(): void {
    this.take(false);
  }

  finish(): KeyColumn {
    const { size } = this;
    const values = size === this.values.length ? this.values : this.values.slice(0, size);
    const states = this.states?.slice(0, size) ?? null;
    return { kind: 'numbers', values, states, mistyped: null, typed: false, time: false, hashed: true };
  }

  private take(isKey: boolean): void {
    if (this.size === this.values.length) {
      this.grow();
    }
    if (isKey) {
      this.words[2 * this.size] = this.hash.low;
      this.words[2 * this.size + 1] = this.hash.high;
    } else {
      this.states ??= new Uint8Array(this.values.length).fill(PRESENT);
      this.states[this.size] = MISSING;
    }
    this.size++;
  }

  private grow(): void {
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
    this.words = new Int32Array(values.buffer);
    if (this.states !== null) {
      const states = new Uint8Array(values.length).fill(PRESENT);
      states.set(this.states);
      this.states = states;
    }
  }
}
