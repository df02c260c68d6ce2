import { growth } from '../../memory/growth';
import type { TextColumn } from './Column';

/** A string and its place in an index, about. */
const BYTES_OF_ENTRY = 64;

/** Gathers a column of text as codes into a dictionary. */
export class TextBuilder {
  readonly dictionary: string[] = [];
  private readonly index = new Map<string, number>();
  private codes = new Int32Array(1024);
  private size = 0;
  private texts = 0;

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
    return { kind: 'text', codes: this.codes.slice(0, this.size), dictionary: this.dictionary, booleans };
  }

  pushCode(code: number): void {
    if (this.size === this.codes.length) {
      const codes = new Int32Array(2 * this.size);
      codes.set(this.codes);
      growth.bytes += codes.byteLength;
      this.codes = codes;
    }
    this.codes[this.size++] = code;
  }
}
