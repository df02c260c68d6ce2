import { endOfJsonNumber } from './endOfJsonNumber';
import { type JsonKey, JsonKeys } from './JsonKeys';

/** What a wanted value is. Text stands without its quotes; what needs a parser, such as text with escapes, stands whole. */
export const ABSENT = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const TRUE = 3;
export const FALSE = 4;
export const NULL = 5;
export const OTHER = 6;

/** The wanted values of a line by slot: `bytes[starts[slot], ends[slot])`. Valid during the call only. */
export interface JsonRow {
  readonly bytes: Uint8Array;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface JsonScanOptions {
  /** Told of each name at each place once, nested ones with dots; says where its values go, from 0 on, or -1. */
  readonly slotOf: (name: string) => number;
  readonly onRow: (row: JsonRow) => void;
  /** A line that is not read here: it is no object, no strict JSON, or has a key twice or an escape in one. */
  readonly onOddLine: (line: Uint8Array) => void;
}

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const DEEPEST = 32;
const ODD = -1;

/**
 * Finds the wanted values of newline-delimited JSON (RFC 8259, an object a line) in bytes, without an object or a string for
 * any of them. It takes only what it reads exactly as `JSON.parse` does; every other line is handed on whole.
 */
export class JsonLineScanner {
  private readonly keys = new JsonKeys('');
  private row: { bytes: Uint8Array; kinds: Uint8Array; starts: Int32Array; ends: Int32Array };
  private bytes: Uint8Array = new Uint8Array(0);
  private end = 0;
  private line = 0;
  private kind = ABSENT;
  private start = 0;
  private stop = 0;

  constructor(private readonly options: JsonScanOptions) {
    this.row = { bytes: this.bytes, kinds: new Uint8Array(64), starts: new Int32Array(64), ends: new Int32Array(64) };
  }

  /** Lines seen so far, empty ones too. */
  get lines(): number {
    return this.line;
  }

  /** Scans the whole lines of `bytes[0, end)` and returns where the first one begins that is not whole. */
  scan(bytes: Uint8Array, end: number, isLast: boolean): number {
    this.bytes = bytes;
    this.row.bytes = bytes;
    let at = 0;
    while (at < end) {
      const feed = bytes.indexOf(LINE_FEED, at);
      const isCut = feed < 0 || feed >= end;
      if (isCut && !isLast) {
        break;
      }
      const stop = isCut ? end : feed;
      this.end = stop;
      while (this.end > at && bytes[this.end - 1] === RETURN) {
        this.end--;
      }
      this.scanLine(at);
      at = stop + 1;
    }
    return Math.min(at, end);
  }

  private scanLine(from: number): void {
    const { options, row, bytes, end } = this;
    this.line++;
    const at = this.skipBlanks(from);
    if (at === end) {
      return;
    }
    row.kinds.fill(ABSENT);
    const behind = bytes[at] === OPEN ? this.object(at, this.keys, 0) : ODD;
    if (behind !== ODD && this.skipBlanks(behind) === end) {
      options.onRow(this.row);
    } else {
      options.onOddLine(bytes.subarray(from, end));
    }
  }

  private newSlot(key: JsonKey): number {
    const slot = this.options.slotOf(key.name);
    key.slot = slot;
    const { bytes, kinds, starts, ends } = this.row;
    if (slot >= kinds.length) {
      const length = 2 * slot;
      this.row = { bytes, kinds: new Uint8Array(length), starts: new Int32Array(length), ends: new Int32Array(length) };
      this.row.kinds.set(kinds);
      this.row.starts.set(starts);
      this.row.ends.set(ends);
    }
    return slot;
  }

  /** Reads the object that begins at `at` and returns where it has ended, or ODD. */
  private object(at: number, keys: JsonKeys, depth: number): number {
    const { bytes } = this;
    keys.restart();
    let next = this.skipBlanks(at + 1);
    if (bytes[next] === CLOSE) {
      return next + 1;
    }
    while (depth < DEEPEST) {
      next = this.member(next, keys, depth);
      if (next === ODD) {
        return ODD;
      }
      next = this.skipBlanks(next);
      if (next >= this.end) {
        return ODD;
      }
      if (bytes[next] === CLOSE) {
        return next + 1;
      }
      if (bytes[next] !== COMMA) {
        return ODD;
      }
      next = this.skipBlanks(next + 1);
    }
    return ODD;
  }

  /** A key and its value. */
  private member(at: number, keys: JsonKeys, depth: number): number {
    const { bytes } = this;
    if (at >= this.end || bytes[at] !== QUOTE) {
      return ODD;
    }
    const key = keys.expected(bytes, at + 1, this.end) ?? this.otherKey(at + 1, keys);
    if (key === null || key.line === this.line) {
      return ODD;
    }
    key.line = this.line;
    const colon = this.skipBlanks(at + key.bytes.length + 2);
    if (colon >= this.end || bytes[colon] !== COLON) {
      return ODD;
    }
    const begin = this.skipBlanks(colon + 1);
    if (begin < this.end && bytes[begin] === OPEN) {
      return this.object(begin, key.inside, depth + 1);
    }
    const behind = this.value(begin);
    const slot = key.slot ?? this.newSlot(key);
    const { kinds, starts, ends } = this.row;
    if (behind !== ODD && slot >= 0 && kinds[slot] === ABSENT) {
      kinds[slot] = this.kind;
      starts[slot] = this.start;
      ends[slot] = this.stop;
    }
    return behind;
  }

  private otherKey(start: number, keys: JsonKeys): JsonKey | null {
    const end = this.closingQuote(start);
    return end === ODD || this.kind === OTHER ? null : keys.find(this.bytes, start, end);
  }

  /** Notes a value that is no object and returns where it has ended, or ODD. */
  private value(at: number): number {
    this.start = at;
    if (at >= this.end) {
      return ODD;
    }
    let behind: number;
    switch (this.bytes[at]) {
      case QUOTE: {
        const closing = this.closingQuote(at + 1);
        if (closing === ODD) {
          return ODD;
        }
        this.start = this.kind === OTHER ? at : at + 1;
        this.stop = this.kind === OTHER ? closing + 1 : closing;
        return closing + 1;
      }
      case 116:
        behind = this.literal(at, 'true', TRUE);
        break;
      case 102:
        behind = this.literal(at, 'false', FALSE);
        break;
      case 110:
        behind = this.literal(at, 'null', NULL);
        break;
      case OPEN_LIST:
        behind = this.list(at);
        break;
      default:
        this.kind = NUMBER;
        behind = endOfJsonNumber(this.bytes, at, this.end);
    }
    this.stop = behind;
    return behind;
  }

  private literal(at: number, word: string, kind: number): number {
    for (let i = 1; i < word.length; i++) {
      if (this.bytes[at + i] !== word.charCodeAt(i)) {
        return ODD;
      }
    }
    this.kind = kind;
    return at + word.length > this.end ? ODD : at + word.length;
  }

  /** Where the text's closing quote stands, or ODD; `kind` is OTHER where it has escapes. */
  private closingQuote(from: number): number {
    const { bytes, end } = this;
    this.kind = TEXT;
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        return this.kind === OTHER && !this.parses(from - 1, at + 1) ? ODD : at;
      }
      if (byte === BACKSLASH) {
        this.kind = OTHER;
        at++;
      } else if (byte < SPACE) {
        return ODD;
      }
    }
    return ODD;
  }

  /** Its end is where its brackets are even, as long as a parser agrees. */
  private list(at: number): number {
    const { bytes, end } = this;
    let depth = 0;
    for (let next = at; next < end; next++) {
      const byte = bytes[next];
      if (byte === QUOTE) {
        next = this.closingQuote(next + 1);
        if (next === ODD) {
          return ODD;
        }
      } else if (byte === OPEN_LIST) {
        depth++;
      } else if (byte === 93 && --depth === 0) {
        this.kind = OTHER;
        return this.parses(at, next + 1) ? next + 1 : ODD;
      }
    }
    return ODD;
  }

  private parses(start: number, end: number): boolean {
    try {
      JSON.parse(decoder.decode(this.bytes.subarray(start, end)));
      return true;
    } catch {
      return false;
    }
  }

  private skipBlanks(from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end && (bytes[at] === SPACE || bytes[at] === 9)) {
      at++;
    }
    return at;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
