import { growth } from '../../memory/growth';
import type { TextColumn } from './Column';

/** A string and its place in an index, about. */
const BYTES_OF_ENTRY = 64;
/** Of a buffer that is used as far as this nothing is copied: what no one wrote to takes no memory. */
const MOSTLY_USED = 0.75;

/** Gathers a column of text as codes into a dictionary. */
export class TextBuilder {
  readonly dictionary: string[] = [];
  private readonly index = new Map<string, number>();
  private codes: Int32Array<ArrayBuffer>;
  private size = 0;
  private texts = 0;

  constructor(capacity = 64) {
    this.codes = new Int32Array(Math.max(1, capacity));
  }

  pushBoolean(value: boolean): void {
    this.texts--;
    this.push(value ? 'true' : 'false');
  }

  push(text: string): void {
    this.pushCode(this.codeOf(text));
  }

  /** Its place in the dictionary, for many cells of one text. */
  codeOf(text: string): number {
    let code = this.index.get(text);
    if (code === undefined) {
      code = this.dictionary.length;
      this.index.set(text, code);
      this.dictionary.push(text);
      growth.bytes += 2 * text.length + BYTES_OF_ENTRY;
    }
    this.texts++;
    return code;
  }

  pushMissing(): void {
    this.pushCode(-1);
  }

  finish(): TextColumn {
    const booleans = this.texts === 0 && this.dictionary.length > 0;
    const isMostlyUsed = this.size > MOSTLY_USED * this.codes.length;
    const codes = isMostlyUsed ? this.codes.subarray(0, this.size) : this.codes.slice(0, this.size);
    return { kind: 'text', codes, dictionary: this.dictionary, booleans };
  }

  pushCode(code: number): void {
    if (this.size === this.codes.length) {
      this.grow();
    }
    this.codes[this.size++] = code;
  }

  /** Many at once by their places in another dictionary, whose places here are `entries`. */
  pushCoded(entries: Int32Array, coded: Int32Array): void {
    while (this.size + coded.length > this.codes.length) {
      this.grow();
    }
    const { codes, size } = this;
    for (let i = 0; i < coded.length; i++) {
      codes[size + i] = entries[coded[i]];
    }
    this.size += coded.length;
  }

  private grow(): void {
    const codes = new Int32Array(2 * this.codes.length);
    codes.set(this.codes);
    growth.bytes += codes.byteLength;
    this.codes = codes;
  }
}
