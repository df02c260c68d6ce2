import { type Multiplicity, multiplicityOfSorted } from '../../../distribution/multiplicity';
import type { Column } from '../columns/Column';

const LOW_BITS = 2 ** 26;

/**
 * Tells equal rows by a hash of 52 bits over their columns, one after another: two of a million rows that differ are taken
 * for equal in less than one file of a thousand.
 */
export class RowHashes {
  private readonly low: Int32Array;
  private readonly high: Int32Array;

  constructor(private readonly rows: Int32Array) {
    this.low = new Int32Array(rows.length);
    this.high = new Int32Array(rows.length).fill(1);
  }

  add(column: Column): void {
    const bits = new Float64Array(1);
    const words = new Int32Array(bits.buffer);
    const { low, high, rows } = this;
    for (let i = 0; i < rows.length; i++) {
      // Of text the place in the dictionary stands for it.
      bits[0] = column.kind === 'text' ? column.codes[rows[i]] : column.values[rows[i]];
      low[i] = mix(low[i] ^ words[0], words[1] ^ high[i]);
      high[i] = mix(high[i] ^ words[1], words[0] ^ low[i]);
    }
  }

  /** How many different rows there are how often. */
  multiplicity(): Multiplicity {
    const { low, high } = this;
    const keys = Float64Array.from(low, (word, i) => (word >>> 6) + LOW_BITS * (high[i] >>> 6));
    return multiplicityOfSorted(keys.sort());
  }
}

/** The finalizer of MurmurHash3 (A. Appleby, public domain), over two words. */
function mix(a: number, b: number): number {
  let x = Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
