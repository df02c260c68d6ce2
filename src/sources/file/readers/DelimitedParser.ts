/** A quoted cell that is longer has lost its closing quote. */
const LONGEST_CELL = 64 * 2 ** 20;

/** Thrown where a quoted cell does not end, or goes on after its closing quote. */
export class BrokenQuotes extends Error {
  override name = 'BrokenQuotes';
}

/**
 * Parts delimited text into rows of cells, piece by piece. Outside of quotes \r\n, \n and \r end a row, mixed ones too, and
 * \r\r\n is one end. Cells in quotes may hold delimiters and new lines; "" in them is a quote (RFC 4180).
 */
export class DelimitedParser {
  /** Of the row that comes next, 1-based. */
  line = 1;
  private rest = '';

  constructor(
    private readonly delimiter: string,
    private readonly onRow: (cells: readonly string[]) => void
  ) {}

  push(text: string): void {
    this.parse(this.rest + text, false);
  }

  finish(): void {
    if (this.rest !== '') {
      this.parse(this.rest, true);
    }
  }

  private parse(text: string, isLast: boolean): void {
    const feeds = new Finder(text, '\n');
    const returns = new Finder(text, '\r');
    const quotes = new Finder(text, '"');
    let at = 0;
    while (at < text.length) {
      const end = Math.min(feeds.from(at), returns.from(at));
      const next = quotes.from(at) < end ? this.parseQuoted(text, at, isLast) : this.parsePlain(text, at, end, isLast);
      if (next < 0) {
        break;
      }
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_CELL) {
      throw new BrokenQuotes();
    }
  }

  /** A row without quotes, up to its end. */
  private parsePlain(text: string, start: number, end: number, isLast: boolean): number {
    const isOpen = end === Infinity;
    const next = isOpen ? (isLast ? text.length : -1) : afterEnd(text, end, isLast);
    if (next >= 0) {
      this.onRow(text.slice(start, isOpen ? text.length : end).split(this.delimiter));
      this.line++;
    }
    return next;
  }

  /** A row with quotes: where the next one begins; -1 where it is not all there yet. */
  private parseQuoted(text: string, start: number, isLast: boolean): number {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let end: number;
      if (text[at] === '"') {
        const closing = closingQuote(text, at + 1, isLast);
        if (closing < 0) {
          return -1;
        }
        cells.push(text.slice(at + 1, closing).replaceAll('""', '"'));
        end = closing + 1;
        while (text[end] === ' ' && this.delimiter !== ' ') {
          end++;
        }
      } else {
        end = this.endOfCell(text, at);
        cells.push(text.slice(at, end));
      }
      if (end >= text.length) {
        return isLast ? this.endRow(cells, text, start, text.length) : -1;
      }
      if (text.startsWith(this.delimiter, end)) {
        at = end + this.delimiter.length;
      } else if (text[end] === '\n' || text[end] === '\r') {
        const next = afterEnd(text, end, isLast);
        return next < 0 ? -1 : this.endRow(cells, text, start, next);
      } else {
        throw new BrokenQuotes();
      }
    }
  }

  private endOfCell(text: string, at: number): number {
    for (let i = at; i < text.length; i++) {
      const char = text[i];
      if (char === '\n' || char === '\r' || (char === this.delimiter[0] && text.startsWith(this.delimiter, i))) {
        return i;
      }
    }
    return text.length;
  }

  private endRow(cells: readonly string[], text: string, start: number, next: number): number {
    this.onRow(cells);
    for (let i = text.indexOf('\n', start); i >= 0 && i < next; i = text.indexOf('\n', i + 1)) {
      this.line++;
    }
    return next;
  }
}

/** Where a character comes next: looked for again only behind where it was found. */
class Finder {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly char: string
  ) {}

  /** Infinity where it does not come any more. */
  from(at: number): number {
    if (this.found < at) {
      const index = this.text.indexOf(this.char, at);
      this.found = index < 0 ? Infinity : index;
    }
    return this.found;
  }
}

/** Behind the end of a line: any number of \r and one \n are one end. -1 where more of them may follow. */
function afterEnd(text: string, end: number, isLast: boolean): number {
  let next = end;
  while (text[next] === '\r') {
    next++;
  }
  if (next === text.length && next > end && !isLast) {
    return -1;
  }
  return text[next] === '\n' ? next + 1 : end + 1;
}

/** -1 where it may still come. */
function closingQuote(text: string, from: number, isLast: boolean): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') {
    at = text.indexOf('"', at + 2);
  }
  if (at < 0 && isLast) {
    throw new BrokenQuotes();
  }
  // At the very end it may be the first half of "".
  return at === text.length - 1 && !isLast ? -1 : at;
}
