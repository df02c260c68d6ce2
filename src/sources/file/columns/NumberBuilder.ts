import { parseNumber } from '../../../distribution/parseNumber';
import { MISSING, MISTYPED, type MistypedCell, type NumberColumn } from './Column';

/** Gathers a column of numbers; where its length is known beforehand nothing is copied. */
export class NumberBuilder {
  private values: Float64Array;
  private states: Uint8Array | null = null;
  private mistyped: MistypedCell | null = null;
  private size = 0;

  constructor(
    private readonly typed: boolean,
    private readonly time = false,
    capacity = 1024
  ) {
    this.values = new Float64Array(Math.max(1, capacity));
  }

  pushNumber(value: number): void {
    if (this.size === this.values.length) {
      this.grow();
    }
    this.values[this.size++] = value;
  }

  pushNumbers(values: ArrayLike<number>): void {
    while (this.size + values.length > this.values.length) {
      this.grow();
    }
    this.values.set(values, this.size);
    this.size += values.length;
  }

  pushMissing(): void {
    this.pushState(MISSING);
  }

  /** A cell as text: a number in decimal notation, empty, or not a number. */
  pushText(text: string): void {
    const value = parseNumber(text);
    if (typeof value === 'number') {
      this.pushNumber(value);
    } else if (value === 'missing') {
      this.pushState(MISSING);
    } else {
      this.mistyped ??= { row: this.size, text };
      this.pushState(MISTYPED);
    }
  }

  finish(): NumberColumn {
    return {
      kind: 'numbers',
      values: this.size === this.values.length ? this.values : this.values.slice(0, this.size),
      states: this.states === null ? null : this.states.slice(0, this.size),
      mistyped: this.mistyped,
      typed: this.typed,
      time: this.time,
    };
  }

  private pushState(state: number): void {
    const row = this.size;
    this.pushNumber(NaN);
    this.states ??= new Uint8Array(this.values.length);
    this.states[row] = state;
  }

  private grow(): void {
    const values = new Float64Array(2 * this.values.length);
    values.set(this.values);
    this.values = values;
    if (this.states !== null) {
      const states = new Uint8Array(values.length);
      states.set(this.states);
      this.states = states;
    }
  }
}
