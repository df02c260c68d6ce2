import { type KeyColumn, PRESENT } from '../columns/Column';

export const NO_ROW = -1;

/**
 * Finds the first of the rows that have a key: open addressing with linear probing over their hashes, in 8 to 16 bytes for
 * each row beside the hashes themselves.
 */
export class KeyIndex {
  private readonly words: Int32Array;
  private readonly slots: Int32Array;
  private readonly mask: number;

  /** Rows that have no key are in no place of it. `counts`: which of the rows are to be found. */
  constructor(
    private readonly keys: KeyColumn,
    counts: (row: number) => boolean = () => true
  ) {
    this.words = wordsOf(keys);
    const rows = keys.values.length;
    let size = 16;
    while (size < 2 * rows) {
      size *= 2;
    }
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(NO_ROW);
    for (let row = 0; row < rows; row++) {
      if (counts(row) && hasKey(keys, row)) {
        const slot = this.slotOf(this.words, row);
        if (this.slots[slot] === NO_ROW) {
          this.slots[slot] = row;
        }
      }
    }
  }

  /** The first row with the key of a row of this column or of another; NO_ROW where there is none. */
  firstOf(row: number, others: KeyColumn = this.keys, words = wordsOf(others)): number {
    return hasKey(others, row) ? this.slots[this.slotOf(words, row)] : NO_ROW;
  }

  /** Where the key of a row is, or would be. */
  private slotOf(words: Int32Array, row: number): number {
    const [low, high] = [words[2 * row], words[2 * row + 1]];
    const { slots, mask, words: own } = this;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot];
      if (found === NO_ROW || (own[2 * found] === low && own[2 * found + 1] === high)) {
        return slot;
      }
    }
  }
}

export function hasKey({ states }: KeyColumn, row: number): boolean {
  return states === null || states[row] === PRESENT;
}

/** The hashes of a column, two words each. */
export function wordsOf({ values }: KeyColumn): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
}
