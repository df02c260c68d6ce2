import { isUsualMarker } from '../../../distribution/cell/missingMarkers';
import { LATEST_TIME } from '../../../query/epochTime';
import { timeFromBytes } from '../bytes/timeFromBytes';
import type { CellBuilder } from './CellBuilder';
import type { Column } from './Column';
import { ColumnBuilder } from './ColumnBuilder';
import { NumberBuilder } from './NumberBuilder';
import { parseTimestamp } from '../../../query/parseTimestamp';

/** A column that began with times holds something else too: its text is needed to say what. */
export class OddTimes extends Error {
  override name = 'OddTimes';
  constructor(readonly column: string) {
    super(`"${column}" holds something else beside times`);
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Gathers a column that may be times as milliseconds, without their texts: most texts of times are different. A column that
 * begins with something else is gathered like every other column. Among times there may be cells that are missing and markers of missing
 * values; for everything else, and for times that can't be right, it throws OddTimes.
 */
export class TimeBuilder implements CellBuilder {
  private readonly times: NumberBuilder;
  /** Where the column is none of times. */
  private other: ColumnBuilder | null = null;
  private holdsTimes = false;
  private missing = 0;
  /** Empty texts of a format that tells them from what is not there. */
  private empty = 0;

  /** With `strict` no marker is taken either. */
  constructor(
    private readonly column: string,
    private readonly strict = false,
    private readonly capacity?: number
  ) {
    this.times = new NumberBuilder(false, true, capacity);
  }

  push(cell: unknown): void {
    if (cell === null || cell === undefined) {
      this.pushMissing();
    } else if (cell === '' && this.other === null) {
      this.pushEmpty();
    } else if (typeof cell !== 'string' || this.other !== null || !this.take(cell)) {
      this.otherwise().push(cell);
    }
  }

  pushText(cell: string): void {
    if (this.other !== null || !this.take(cell)) {
      this.otherwise().pushText(cell);
    }
  }

  pushBytes(bytes: Uint8Array, start: number, end: number, isDoubled = false): void {
    if (this.other !== null || !this.takeBytes(bytes, start, end)) {
      this.otherwise().pushBytes(bytes, start, end, isDoubled);
    }
  }

  pushStringBytes(bytes: Uint8Array, start: number, end: number): void {
    if (start === end && this.other === null) {
      this.pushEmpty();
    } else if (this.other !== null || !this.takeBytes(bytes, start, end)) {
      this.otherwise().pushStringBytes(bytes, start, end);
    }
  }

  pushMissing(): void {
    if (this.other === null) {
      this.missing++;
      this.times.pushMissing();
    } else {
      this.other.pushMissing();
    }
  }

  /** A row that has a time is not gathered. */
  leaveOut(): void {
    if (this.other !== null) {
      throw new OddTimes(this.column);
    }
    this.holdsTimes = true;
  }

  finish(): Column {
    return this.holdsTimes && this.other === null ? this.times.finish() : this.otherwise().finish();
  }

  private pushEmpty(): void {
    this.empty++;
    this.times.pushMissing();
  }

  private takeBytes(bytes: Uint8Array, start: number, end: number): boolean {
    const time = timeFromBytes(bytes, start, end);
    // None of the years that it reads needs a text, but those that are too late.
    if (time < LATEST_TIME) {
      this.holdsTimes = true;
      this.times.pushNumber(time);
      return true;
    }
    return this.take(utf8.decode(bytes.subarray(start, end)));
  }

  /** Whether the cell is one of a column of times. */
  private take(cell: string): boolean {
    if (cell === '') {
      this.pushMissing();
      return true;
    }
    const time = parseTimestamp(cell);
    if (time !== null && time < LATEST_TIME) {
      this.holdsTimes = true;
      this.times.pushNumber(time);
      return true;
    }
    return this.holdsTimes && !this.strict && isUsualMarker(cell) && this.times.pushOther(cell);
  }

  private otherwise(): ColumnBuilder {
    if (this.other === null) {
      if (this.holdsTimes) {
        throw new OddTimes(this.column);
      }
      this.other = new ColumnBuilder(false, this.capacity);
      for (let i = 0; i < this.missing; i++) {
        this.other.pushMissing();
      }
      for (let i = 0; i < this.empty; i++) {
        this.other.push('');
      }
    }
    return this.other;
  }
}
