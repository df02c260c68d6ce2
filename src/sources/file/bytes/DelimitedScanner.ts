import { BadRow } from './BadRow';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const SEVEN_BITS = 0x7f7f7f7f;
const EACH_BYTE = 0x01010101;

/** Where a row's wanted cells stand: `bytes[starts[i], ends[i])`, quotes taken off, for the i-th wanted column. */
export interface ScannedRow {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the cell holds doubled quotes, each of which stands for one. */
  readonly doubled: Uint8Array;
}

export interface ScanOptions {
  /** The byte between cells. */
  readonly delimiter: number;
  /** Cells that every row has; null where that is not known yet. */
  readonly columns: number | null;
  /** 0-based columns, ascending. */
  readonly wanted: readonly number[];
  /** The row is valid during the call only. */
  readonly onRow: (row: ScannedRow) => void;
  /** Line ends before the first row. */
  readonly linesBefore?: number;
}

/**
 * Finds the cells of delimited text (RFC 4180) in bytes, without a string for any of them. A line feed, a carriage return,
 * or both end a row; a cell that begins with a quote ends with the next quote that is not doubled, blanks behind it aside.
 * Empty lines are passed over, but where there is one column: there they are an empty cell. Counts the cells of every row.
 */
export class DelimitedScanner {
  private readonly row: { -readonly [key in keyof ScannedRow]: ScannedRow[key] };
  private bytes: Uint8Array = new Uint8Array(0);
  private words: Uint32Array = new Uint32Array(0);
  private end = 0;
  /** Of the cell that was passed over last: where its text ends, and whether it holds doubled quotes. */
  private textEnd = 0;
  private holdsDoubled = 0;
  private quoted = false;
  private unfinished = false;
  private cells = 0;
  private cellsPassed = 0;
  private found = 0;
  private lines: number;

  constructor(private readonly options: ScanOptions) {
    const { length } = options.wanted;
    this.row = {
      bytes: this.bytes,
      starts: new Int32Array(length),
      ends: new Int32Array(length),
      doubled: new Uint8Array(length),
    };
    this.lines = options.linesBefore ?? 0;
  }

  /** Rows found so far. */
  get rows(): number {
    return this.found;
  }

  /** Line ends up to the next row. */
  get linesBefore(): number {
    return this.lines;
  }

  /** Cells of the row that was found last. */
  get width(): number {
    return this.cells;
  }

  /**
   * Scans the whole rows of `bytes[from, end)`, or only so many, and returns where the next one begins, or one that is not
   * whole. With `isLast` nothing follows, and what is left is a row too. The bytes must begin at a multiple of four in their
   * buffer. Throws BadRow.
   */
  scan(bytes: Uint8Array, end: number, isLast: boolean, { from = 0, most = Infinity } = {}): number {
    this.bytes = bytes;
    this.row.bytes = bytes;
    this.words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    this.end = end;
    const enough = this.found + most;
    let at = from;
    while (at < end && this.found < enough) {
      const linesBefore = this.lines;
      const next = this.scanRow(at, isLast);
      if (next < 0) {
        this.lines = linesBefore;
        return at;
      }
      at = next;
    }
    return at;
  }

  /** Returns where the next row begins, or -1 where this one goes on behind the bytes. */
  private scanRow(begin: number, isLast: boolean): number {
    const { columns, onRow } = this.options;
    const line = this.lines;
    const end = this.scanCells(begin, isLast, line);
    const next = end < 0 ? -1 : this.behindLineEnd(end, isLast);
    if (next < 0) {
      return -1;
    }
    const isEmpty = this.cells === 1 && this.textEnd === (this.quoted ? begin + 1 : begin);
    if (columns !== null && this.cells !== columns && !isEmpty) {
      throw new BadRow('cells', this.found + 1, line, this.cells);
    }
    if (!isEmpty || columns === 1) {
      this.found++;
      onRow(this.row);
    }
    this.lines++;
    return next;
  }

  /** Notes where the wanted cells stand and returns where the row ends, or -1 where it goes on behind the bytes. */
  private scanCells(begin: number, isLast: boolean, line: number): number {
    const { bytes, end, row } = this;
    const { delimiter, wanted } = this.options;
    let at = begin;
    let next = 0;
    for (let cell = 0; ; cell++) {
      const apart = next === wanted.length ? Infinity : wanted[next] - cell;
      if (apart > 0 && bytes[at] !== QUOTE) {
        at = this.passPlainCells(at, apart);
        cell += this.cellsPassed;
      }
      const start = at;
      at = this.passCell(at, cell, line);
      if (at >= end && !isLast) {
        return -1;
      }
      if (wanted[next] === cell) {
        row.starts[next] = this.quoted ? start + 1 : start;
        row.ends[next] = this.textEnd;
        row.doubled[next] = this.holdsDoubled;
        next++;
      }
      if (at >= end || bytes[at] !== delimiter) {
        this.cells = cell + 1;
        return this.requireEnd(at, cell, line);
      }
      at++;
    }
  }

  private requireEnd(at: number, cell: number, line: number): number {
    if (this.unfinished) {
      throw new BadRow('quote', this.found + 1, line, cell + 1);
    }
    return at;
  }

  /**
   * Where the next row begins, or -1 where more of the line end may follow: any number of carriage returns with a line feed
   * behind them are one, and so is each without.
   */
  private behindLineEnd(at: number, isLast: boolean): number {
    const { bytes, end } = this;
    let next = at;
    while (next < end && bytes[next] === CARRIAGE_RETURN) {
      next++;
    }
    if (next === end && next > at && !isLast) {
      return -1;
    }
    return next < end && bytes[next] === LINE_FEED ? next + 1 : at + 1;
  }

  /**
   * Passes over at most `most` whole cells, four bytes at a time, as long as no quote and no line end comes, and returns
   * where a cell begins.
   */
  private passPlainCells(from: number, most: number): number {
    const { bytes, words, end } = this;
    const { delimiter } = this.options;
    const delimiters = delimiter * EACH_BYTE;
    let passed = 0;
    let cellStart = from;
    let at = from;
    // Up to a multiple of four.
    for (; (at & 3) !== 0 && at < end && passed < most; at++) {
      const byte = bytes[at];
      if (byte === QUOTE || byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        this.cellsPassed = passed;
        return cellStart;
      }
      if (byte === delimiter) {
        passed++;
        cellStart = at + 1;
      }
    }
    if ((at & 3) === 0) {
      const lastWord = (end >> 2) - 1;
      for (let word = at >> 2; word <= lastWord; word++) {
        const x = words[word];
        const lineFeeds = x ^ 0x0a0a0a0a;
        const returns = x ^ 0x0d0d0d0d;
        const quotes = x ^ 0x22222222;
        const stops =
          (((lineFeeds - EACH_BYTE) & ~lineFeeds) |
            ((returns - EACH_BYTE) & ~returns) |
            ((quotes - EACH_BYTE) & ~quotes)) &
          0x80808080;
        const apart = x ^ delimiters;
        // 0x80 in each byte that is a delimiter, exactly.
        const hits = ~(((apart & SEVEN_BITS) + SEVEN_BITS) | apart | SEVEN_BITS);
        if (stops !== 0) {
          break;
        }
        if (hits !== 0) {
          const count = Math.imul(hits >>> 7, EACH_BYTE) >>> 24;
          if (passed + count > most) {
            break;
          }
          passed += count;
          cellStart = 4 * word + 4 - (Math.clz32(hits) >> 3);
        }
      }
    }
    this.cellsPassed = passed;
    return cellStart;
  }

  /** Passes over one cell and returns where it ends: at a delimiter, a line end, or the end of the bytes. */
  private passCell(from: number, cell: number, line: number): number {
    const { bytes, end } = this;
    const { delimiter } = this.options;
    this.unfinished = false;
    this.holdsDoubled = 0;
    this.quoted = from < end && bytes[from] === QUOTE;
    let at = from;
    if (this.quoted) {
      at = this.closingQuote(from + 1);
      this.textEnd = at;
      this.unfinished = at >= end;
      for (at++; at < end && bytes[at] === SPACE && delimiter !== SPACE;) {
        at++;
      }
      if (at < end && bytes[at] !== delimiter && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) {
        throw new BadRow('quote', this.found + 1, line, cell + 1);
      }
      return at;
    }
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        break;
      }
    }
    this.textEnd = at;
    return at;
  }

  /** Where the quote stands that ends the cell, or the end of the bytes; counts the line ends that the cell holds. */
  private closingQuote(from: number): number {
    const { bytes, end } = this;
    for (let at = from; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (at + 1 < end && bytes[at + 1] === QUOTE) {
          this.holdsDoubled = 1;
          at++;
        } else {
          return at;
        }
      } else if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) {
        this.lines++;
      }
    }
    return end;
  }
}
