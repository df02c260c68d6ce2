import { isCode } from './cell/isCode';
import { isTimeText } from './cell/isTimeText';
import { type Writing, writingOf } from './cell/writingOf';
import { parseNumber } from './parseNumber';

/** Distinct values are counted up to here; more are "many". */
export const DISTINCT_LIMIT = 1000;

/** What type inference needs to know of a column. */
export interface ColumnProfile {
  /** Cells that are not missing. */
  readonly present: number;
  readonly missing: number;
  /** Numbers, and text that reads as one; NaN and infinities among them. */
  readonly numbers: number;
  /** Numbers without a fraction. */
  readonly integers: number;
  readonly booleans: number;
  readonly times: number;
  /** Text that is neither a number nor a time. */
  readonly texts: number;
  /** Texts that would be numbers if a comma were allowed in them: 12,5. */
  readonly commaNumbers: number;
  /** Texts that are numbers in some other writing, by that, with one as an example. */
  readonly writings?: ReadonlyMap<Writing, Written>;
  /** Whole numbers that a number could not give back as they are written: 007, or more digits than a double holds. */
  readonly codes?: number;
  /** Different values, NaN aside; `DISTINCT_LIMIT` means that many or more. */
  readonly distinct: number;
  /** Whether any value came twice before `DISTINCT_LIMIT` different ones were seen. */
  readonly repeats: boolean;
  /** Cells that were seen until there were `DISTINCT_LIMIT` different ones, and those no smaller than the one before, in the order of the rows; 0 where that is not known. */
  readonly looked?: number;
  readonly rising?: number;
  /** The values themselves as text, up to a dozen. */
  readonly examples: readonly string[];
  readonly smallest: number | null;
  readonly largest: number | null;
  readonly averageLength: number;
  readonly averageWords: number;
}

export interface Written {
  readonly count: number;
  readonly example: string;
}

/** Collects a column's profile cell by cell, so that sources can stream. */
export class ColumnProfiler {
  private present = 0;
  private missing = 0;
  private numbers = 0;
  private integers = 0;
  private booleans = 0;
  private times = 0;
  private texts = 0;
  private codes = 0;
  private readonly writings = new Map<Writing, Written>();
  private smallest = Infinity;
  private largest = -Infinity;
  private characters = 0;
  private words = 0;
  private repeats = false;
  private looked = 0;
  private rising = 0;
  private previous: unknown = undefined;

  /** `inOrder`: cells are added as the rows have them, not value by value. */
  constructor(private readonly inOrder = false) {}
  private readonly seen = new Set<unknown>();

  addAll(cells: ArrayLike<unknown>): this {
    for (let i = 0; i < cells.length; i++) {
      this.add(cells[i]);
    }
    return this;
  }

  /** `count` cells of one value, for sources that know how often each occurs. */
  add(cell: unknown, count = 1): void {
    if (cell === null || cell === undefined || cell === '') {
      this.missing += count;
      return;
    }
    if (typeof cell === 'number') {
      this.addNumber(cell, count);
      return;
    }
    if (cell instanceof Date) {
      this.addTime(cell.getTime(), count);
      return;
    }
    this.present += count;
    if (typeof cell === 'boolean') {
      this.booleans += count;
      this.remember(cell, count);
    } else {
      this.addText(typeof cell === 'string' ? cell : String(cell), count);
    }
  }

  finish(): ColumnProfile {
    const { present, missing, numbers, integers, booleans, times, texts, codes, writings } = this;
    return {
      ...{ present, missing, numbers, integers, booleans, times, texts, codes, writings },
      commaNumbers: writings.get('decimal_comma')?.count ?? 0,
      distinct: this.seen.size,
      repeats: this.repeats,
      looked: this.looked,
      rising: this.inOrder ? this.rising : 0,
      examples: [...this.seen].slice(0, 12).map(String),
      smallest: numbers > 0 && this.smallest < Infinity ? this.smallest : null,
      largest: numbers > 0 && this.largest > -Infinity ? this.largest : null,
      averageLength: texts > 0 ? this.characters / texts : 0,
      averageWords: texts > 0 ? this.words / texts : 0,
    };
  }

  /** Milliseconds since the epoch. */
  addTime(time: number, count = 1): void {
    this.present += count;
    this.times += count;
    this.remember(time, count);
  }

  addNumber(value: number, count = 1): void {
    this.present += count;
    this.countNumber(value, count);
  }

  private countNumber(value: number, count: number, identity: unknown = value): void {
    this.numbers += count;
    if (value !== value) {
      return;
    }
    if (value % 1 === 0) {
      this.integers += count;
    }
    if (value < this.smallest && value > -Infinity) {
      this.smallest = value;
    }
    if (value > this.largest && value < Infinity) {
      this.largest = value;
    }
    this.remember(identity, count);
  }

  private addText(text: string, count: number): void {
    const value = parseNumber(text);
    if (typeof value === 'number') {
      this.codes += isCode(text) ? count : 0;
      this.countNumber(value, count, isCode(text) ? text : value);
    } else if (value === 'missing') {
      this.present -= count;
      this.missing += count;
    } else if (isTimeText(text)) {
      this.times += count;
      this.remember(text, count);
    } else {
      this.texts += count;
      this.countWriting(text, count);
      this.characters += count * text.length;
      this.words += count * text.trim().split(/\s+/).length;
      this.remember(text, count);
    }
  }

  private countWriting(text: string, count: number): void {
    const writing = writingOf(text);
    if (writing !== null) {
      const known = this.writings.get(writing);
      this.writings.set(writing, { count: count + (known?.count ?? 0), example: known?.example ?? text.trim() });
    }
  }

  private remember(value: unknown, count: number): void {
    const before = this.seen.size;
    if (before < DISTINCT_LIMIT) {
      this.seen.add(value);
      this.looked += count;
      this.rising += isNoLess(value, this.previous) ? count : 0;
      this.previous = value;
      this.repeats ||= count > 1 || this.seen.size === before;
    }
  }
}

function isNoLess(value: unknown, previous: unknown): boolean {
  return (
    (typeof value === 'number' && typeof previous === 'number' && value >= previous) ||
    (typeof value === 'string' && typeof previous === 'string' && value >= previous)
  );
}

export function profileColumn(cells: ArrayLike<unknown>): ColumnProfile {
  return new ColumnProfiler(true).addAll(cells).finish();
}
