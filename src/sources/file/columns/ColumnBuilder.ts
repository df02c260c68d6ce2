import { categoryOf } from '../../../distribution/categoriesFromValues';
import { isCode } from '../../../distribution/cell/isCode';
import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import { parseNumber } from '../../../distribution/parseNumber';
import { BytesIndex, NO_ENTRY } from '../bytes/BytesIndex';
import { decimalFromBytes } from '../bytes/decimalFromBytes';
import type { CellBuilder } from './CellBuilder';
import type { Column } from './Column';
import { NumberBuilder } from './NumberBuilder';
import { TextBuilder } from './TextBuilder';

/** From so many distinct texts on, most of them numbers, a column is taken for one of numbers and its text is let go. */
const MOST_NUMERIC_TEXTS = 4096;
const MOSTLY = 0.9;
/** Texts of which the bytes are remembered. */
const MOST_KNOWN = 1 << 16;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Gathers a column whose type is not known: numbers stay numbers, everything else is text. Text that holds numbers in
 * great variety becomes numbers, unless it is asked for as text: a dictionary of them would cost many times as much.
 */
export class ColumnBuilder implements CellBuilder {
  private numbers: NumberBuilder | null = null;
  private text: TextBuilder | null = null;
  private typed = true;
  private leading = 0;
  /** Codes of texts by their bytes. */
  private known: BytesIndex | null = null;
  /** Cells that were texts, and those that were something else, where the format tells them apart. */
  private strings = 0;
  private scalars = 0;

  constructor(
    private readonly keepText: boolean,
    private readonly capacity?: number
  ) {}

  push(cell: unknown): void {
    if (typeof cell === 'string') {
      this.strings++;
      this.pushText(cell);
    } else if (typeof cell === 'number') {
      this.scalars++;
      this.pushNumber(cell);
    } else if (cell === null || cell === undefined) {
      this.pushMissing();
    } else if (typeof cell === 'boolean') {
      this.pushBoolean(cell);
    } else if (typeof cell === 'bigint' && Number.isSafeInteger(Number(cell))) {
      this.scalars++;
      this.pushNumber(Number(cell));
    } else {
      this.scalars++;
      this.pushText(typeof cell === 'object' ? textOf(cell) : categoryOf(cell));
    }
  }

  pushText(cell: string): void {
    if (cell === '') {
      this.pushMissing();
    } else if (this.numbers !== null && !this.typed) {
      this.numbers.pushText(cell);
    } else {
      const text = this.text ?? this.startText();
      text.push(cell);
      if (text.dictionary.length === MOST_NUMERIC_TEXTS && !this.keepText) {
        this.preferNumbers(text);
      }
    }
  }

  /** A cell as valid UTF-8, `bytes[start, end)`: what `pushText` does, mostly without making a string. */
  pushBytes(bytes: Uint8Array, start: number, end: number, isDoubled = false): void {
    if (start === end) {
      this.pushMissing();
    } else if (this.numbers !== null && !this.typed) {
      const value = isDoubled ? NaN : decimalFromBytes(bytes, start, end);
      if (Number.isNaN(value)) {
        this.numbers.pushText(textIn(bytes, start, end, isDoubled));
      } else {
        this.numbers.pushNumber(value);
      }
    } else {
      this.pushTextBytes(bytes, start, end, isDoubled);
    }
  }

  /** The same for a text of a format that tells texts from numbers. */
  pushStringBytes(bytes: Uint8Array, start: number, end: number): void {
    this.strings++;
    this.pushBytes(bytes, start, end);
  }

  pushNumber(cell: number): void {
    if (this.text !== null) {
      this.pushText(String(cell));
    } else {
      (this.numbers ?? this.startNumbers()).pushNumber(cell);
    }
  }

  /** Many at once, which is faster than one after the other. */
  pushNumbers(cells: Float64Array | Float32Array | Int32Array): void {
    if (this.text === null) {
      (this.numbers ?? this.startNumbers()).pushNumbers(cells);
    } else {
      cells.forEach((cell) => this.pushText(String(cell)));
    }
  }

  private pushTextBytes(bytes: Uint8Array, start: number, end: number, isDoubled: boolean): void {
    this.known ??= new BytesIndex(MOST_KNOWN);
    const code = this.text === null || isDoubled ? NO_ENTRY : this.known.get(bytes, start, end);
    if (this.text !== null && code !== NO_ENTRY) {
      this.text.pushCode(code);
      return;
    }
    const cell = textIn(bytes, start, end, isDoubled);
    this.pushText(cell);
    if (this.text === null) {
      this.known = null;
    } else if (!isDoubled) {
      this.known.add(bytes, start, end, this.text.codeOf(cell));
    }
  }

  private pushBoolean(cell: boolean): void {
    if (this.numbers !== null && !this.typed) {
      this.numbers.pushNumber(Number(cell));
    } else {
      (this.text ?? this.startText()).pushBoolean(cell);
    }
  }

  pushMissing(): void {
    if (this.numbers !== null) {
      this.numbers.pushMissing();
    } else if (this.text !== null) {
      this.text.pushMissing();
    } else {
      this.leading++;
    }
  }

  finish(): Column {
    const column = (this.numbers ?? this.text ?? this.startText()).finish();
    const isOneKind = this.strings === 0 || this.scalars === 0;
    return isOneKind && this.strings + this.scalars > 0
      ? { ...column, declared: this.strings > 0 ? 'text' : 'numbers' }
      : column;
  }

  private startNumbers(): NumberBuilder {
    this.numbers = new NumberBuilder(true, false, this.capacity);
    for (let i = 0; i < this.leading; i++) {
      this.numbers.pushMissing();
    }
    return this.numbers;
  }

  /** What came before as numbers is text from now on. */
  private startText(): TextBuilder {
    this.text = new TextBuilder(this.capacity);
    if (this.numbers === null) {
      for (let i = 0; i < this.leading; i++) {
        this.text.pushMissing();
      }
    } else {
      const { values, states } = this.numbers.finish();
      this.numbers = null;
      for (let row = 0; row < values.length; row++) {
        if (states === null || states[row] === 0) {
          this.text.push(String(values[row]));
        } else {
          this.text.pushMissing();
        }
      }
    }
    return this.text;
  }

  private preferNumbers(text: TextBuilder): void {
    const isNumeric = (entry: string) => parseNumber(entry) !== 'mistyped' || isUsualMarker(entry);
    const numeric = text.dictionary.filter(isNumeric).length;
    // Codes would lose their zeros, and their last digits.
    if (numeric < MOSTLY * text.dictionary.length || text.dictionary.some(isCode)) {
      return;
    }
    const { codes, dictionary } = text.finish();
    const numbers = new NumberBuilder(false, false, this.capacity);
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] < 0) {
        numbers.pushMissing();
      } else {
        numbers.pushText(dictionary[codes[row]]);
      }
    }
    this.typed = false;
    this.numbers = numbers;
    this.text = null;
  }
}

function textIn(bytes: Uint8Array, start: number, end: number, isDoubled: boolean): string {
  const text = utf8.decode(bytes.subarray(start, end));
  return isDoubled ? text.replaceAll('""', '"') : text;
}

/** Lists and groups of Parquet hold integers that JSON does not write. */
function textOf(cell: object): string {
  return cell instanceof Date
    ? categoryOf(cell)
    : JSON.stringify(cell, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item));
}
