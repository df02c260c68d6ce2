import { isCode } from '../../../distribution/cell/isCode';
import { parseNumber } from '../../../distribution/parseNumber';
import { growth } from '../../memory/growth';
import { MISSING, MISTYPED, OTHERS, type MistypedCell, type NumberColumn } from './Column';

/** States are bytes; of texts beyond these only the first is known. */
const MOST_OTHERS = 200;
const LONGEST_EXACT = 15;
/** Of a buffer that is used as far as this nothing is copied: what no one wrote to takes no memory. */
const MOSTLY_USED = 0.75;
const ZERO = 0x30;

/** Gathers a column of numbers; where its length is known beforehand nothing is copied. */
export class NumberBuilder {
  private values: Float64Array;
  private states: Uint8Array | null = null;
  private mistyped: MistypedCell | null = null;
  private size = 0;
  private codes = 0;
  private readonly others = new Map<string, number>();

  constructor(
    private readonly typed: boolean,
    private readonly time = false,
    capacity = 64
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
      // A quick look first: most numbers are neither padded nor long.
      const mayBeCode = text.length > 1 && (text.charCodeAt(0) <= ZERO || text.length > LONGEST_EXACT);
      this.codes += Number(mayBeCode && isCode(text));
      this.pushNumber(value);
    } else if (value === 'missing') {
      this.pushState(MISSING);
    } else {
      this.mistyped ??= { row: this.size, text };
      this.pushState(this.stateOf(text));
    }
  }

  /** A text that stands among the numbers, which `interpretColumn` settles; false where there were too many different ones. */
  pushOther(text: string): boolean {
    const state = this.stateOf(text);
    if (state !== MISTYPED) {
      this.mistyped ??= { row: this.size, text };
      this.pushState(state);
    }
    return state !== MISTYPED;
  }

  finish(): NumberColumn {
    return {
      kind: 'numbers',
      values: used(this.values, this.size),
      states: this.states === null ? null : this.states.slice(0, this.size),
      mistyped: this.mistyped,
      typed: this.typed,
      time: this.time,
      ...(this.codes > 0 && { codes: this.codes }),
      ...(this.others.size > 0 && { others: [...this.others.keys()] }),
    };
  }

  /** Many at once by their places in a dictionary. */
  pushCoded(entries: Float64Array, codes: Int32Array): void {
    while (this.size + codes.length > this.values.length) {
      this.grow();
    }
    const { values, size } = this;
    for (let i = 0; i < codes.length; i++) {
      values[size + i] = entries[codes[i]];
    }
    this.size += codes.length;
  }

  private stateOf(text: string): number {
    const known = this.others.get(text);
    if (known !== undefined || this.others.size === MOST_OTHERS) {
      return known ?? MISTYPED;
    }
    const state = OTHERS + this.others.size;
    this.others.set(text, state);
    return state;
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
    growth.bytes += values.byteLength;
    this.values = values;
    if (this.states !== null) {
      const states = new Uint8Array(values.length);
      states.set(this.states);
      this.states = states;
    }
  }
}

function used(values: Float64Array, size: number): Float64Array {
  return size > MOSTLY_USED * values.length ? values.subarray(0, size) : values.slice(0, size);
}
