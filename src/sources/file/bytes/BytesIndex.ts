import { growth } from '../../memory/growth';

const FNV_PRIME = 0x01000193;
const FNV_BASIS = 0x811c9dc5;

/** Its hash, offset and value, and two slots. */
const BYTES_OF_ENTRY = 20;
/** A power of two. Few: a file may have ten thousand columns, each with an index of its own. */
const FIRST_ENTRIES = 16;

/** An entry that is not there. */
export const NO_ENTRY = -2;

/**
 * A map from pieces of bytes to 32-bit integers that makes no string of them: open addressing with linear probing over
 * their FNV-1a hashes. Full at `most` entries, after which nothing is added.
 */
export class BytesIndex {
  private slots = new Int32Array(2 * FIRST_ENTRIES).fill(-1);
  private hashes = new Int32Array(FIRST_ENTRIES);
  private offsets = new Int32Array(FIRST_ENTRIES + 1);
  private values = new Int32Array(FIRST_ENTRIES);
  private arena = new Uint8Array(16 * FIRST_ENTRIES);
  private size = 0;

  constructor(private readonly most: number) {}

  /** What was set for `bytes[start, end)`, or NO_ENTRY. */
  get(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = this.slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot];
      if (entry < 0) {
        return NO_ENTRY;
      }
      if (this.hashes[entry] === hash && this.holds(entry, bytes, start, end)) {
        return this.values[entry];
      }
    }
  }

  /** Only for a piece that is not there yet. */
  add(bytes: Uint8Array, start: number, end: number, value: number): void {
    if (this.size === this.most) {
      return;
    }
    this.makeRoom(end - start);
    const entry = this.size++;
    const offset = this.offsets[entry];
    this.arena.set(bytes.subarray(start, end), offset);
    this.offsets[entry + 1] = offset + end - start;
    this.hashes[entry] = hashOf(bytes, start, end);
    this.values[entry] = value;
    this.place(entry);
  }

  private holds(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = this.offsets[entry];
    if (this.offsets[entry + 1] - offset !== end - start) {
      return false;
    }
    for (let i = start; i < end; i++) {
      if (this.arena[offset + i - start] !== bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private makeRoom(length: number): void {
    if (this.size === this.values.length) {
      const capacity = 2 * this.size;
      growth.bytes += capacity * BYTES_OF_ENTRY;
      this.values = copyOf(this.values, capacity);
      this.hashes = copyOf(this.hashes, capacity);
      this.offsets = copyOf(this.offsets, capacity + 1);
      this.slots = new Int32Array(2 * capacity).fill(-1);
      for (let entry = 0; entry < this.size; entry++) {
        this.place(entry);
      }
    }
    const needed = this.offsets[this.size] + length;
    if (needed > this.arena.length) {
      const arena = new Uint8Array(Math.max(needed, 2 * this.arena.length));
      arena.set(this.arena);
      growth.bytes += arena.length;
      this.arena = arena;
    }
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1;
    let slot = spread(this.hashes[entry]) & mask;
    while (this.slots[slot] >= 0) {
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = entry;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_BASIS;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ bytes[i], FNV_PRIME);
  }
  return hash | 0;
}

/** FNV's low bits alone depend on the low bits of the bytes only. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function copyOf(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(from);
  return copy;
}
