/** A key of an object as its bytes, what its values are called, and the keys of objects in it. */
export interface JsonKey {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly inside: JsonKeys;
  /** Where values of this name go, or -1 where nobody wants them; null as long as there was none. */
  slot: number | null;
  /** The line in which it stood last. */
  line: number;
}

/**
 * The keys that objects at one place have had, in the order of their first appearance. Lines of one file mostly have the
 * same keys in the same order, so that a key is nearly always the one behind the key before it.
 */
export class JsonKeys {
  private readonly keys: JsonKey[] = [];
  private readonly byText = new Map<string, number>();
  private next = 0;

  constructor(private readonly prefix: string) {}

  /** Before the keys of another object. */
  restart(): void {
    this.next = 0;
  }

  /** The expected key, where `bytes` go on with it and a closing quote. */
  expected(bytes: Uint8Array, start: number, end: number): JsonKey | null {
    const key = this.keys[this.next];
    if (key === undefined) {
      return null;
    }
    const { length } = key.bytes;
    if (start + length >= end || bytes[start + length] !== QUOTE) {
      return null;
    }
    for (let i = 0; i < length; i++) {
      if (bytes[start + i] !== key.bytes[i]) {
        return null;
      }
    }
    this.next++;
    return key;
  }

  /** The key `bytes[start, end)`; one that is new is remembered. */
  find(bytes: Uint8Array, start: number, end: number): JsonKey {
    const piece = bytes.slice(start, end);
    const text = decoder.decode(piece);
    const known = this.byText.get(text);
    const index = known ?? this.keys.length;
    if (known === undefined) {
      const name = this.prefix + text;
      const inside = new JsonKeys(`${name}.`);
      this.byText.set(text, index);
      this.keys.push({ bytes: piece, name, slot: null, inside, line: -1 });
    }
    this.next = index + 1;
    return this.keys[index];
  }
}

const QUOTE = 34;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
