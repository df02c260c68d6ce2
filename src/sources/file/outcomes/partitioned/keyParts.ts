import type { KeyColumn } from '../../columns/Column';
import { hasKey, wordsOf } from '../../keys/KeyIndex';

/** Keys are parted by their hashes; one part at a time is in memory. */
export const KEY_PARTS = 64;
/** The part of rows that have no key. */
export const WITHOUT_KEY = KEY_PARTS;

/** The part of each row. */
export function keyParts(keys: KeyColumn): Uint8Array {
  const words = wordsOf(keys);
  const parts = new Uint8Array(keys.values.length);
  for (let row = 0; row < parts.length; row++) {
    // The lower word's lowest bits tell the places of a `KeyIndex`.
    parts[row] = hasKey(keys, row) ? (words[2 * row + 1] >>> 8) % KEY_PARTS : WITHOUT_KEY;
  }
  return parts;
}

/** Some keys alone, all of them there. */
export function keysOf(values: Float64Array): KeyColumn {
  return { kind: 'numbers', values, states: null, mistyped: null, typed: false, time: false, hashed: true };
}
