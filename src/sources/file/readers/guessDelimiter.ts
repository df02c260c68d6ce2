import { isTimeText } from '../../../distribution/cell/isTimeText';
import { parseNumber } from '../../../distribution/parseNumber';
import { isWrittenWithComma } from '../../../distribution/isWrittenWithComma';
import { firstRows } from './firstRows';

/** Those that are in texts and numbers least come first: they win where two part the rows alike. */
const USUAL = ['\t', ';', '|', ','];
/** Rare ones, and how many columns they must part in every row: a space or a colon is in many a text. */
const RARE: ReadonlyArray<readonly [string, number]> = [
  ...['^', '~', '\u0001', '\u001f', '¦', '§'].map((one) => [one, 2] as const),
  ...[':', ' ', '/', '#', '!'].map((one) => [one, 3] as const),
];
/** Of the rows that have as many cells as the header, where none parts all of them. */
const MOSTLY = 0.9;

export interface Guess {
  readonly delimiter: string;
  /** Not one of those that are usual: to be said. */
  readonly rare?: true;
}

interface Parted {
  readonly delimiter: string;
  /** Cells of the first row. */
  readonly columns: number;
  /** Share of the other rows with as many. */
  readonly share: number;
  readonly rows: ReadonlyArray<readonly string[]>;
}

/**
 * What parts the cells, by the header and the data together: the delimiter that gives every row as many cells as the header,
 * and the most. None at all where the header has none: then each line is one cell.
 */
export function guessDelimiter(head: string, isWhole: boolean): Guess {
  const usual = USUAL.map((delimiter) => part(head, delimiter, isWhole));
  const best = bestOf(usual.filter(({ columns, share }) => columns > 1 && share === 1));
  if (best !== undefined) {
    return { delimiter: best.delimiter };
  }
  const most = bestOf(usual.filter(({ columns, share }) => columns > 1 && share >= MOSTLY));
  if (most !== undefined) {
    return { delimiter: most.delimiter };
  }
  for (const [delimiter, least] of RARE) {
    const { columns, share, rows } = part(head, delimiter, isWhole);
    const areTimes = rows.slice(1).every((row) => isTimeText(row.join(delimiter)));
    if (columns >= least && share === 1 && rows.length > 2 && !areTimes) {
      return { delimiter, rare: true };
    }
  }
  const ragged = bestOf(usual.filter(({ columns }) => columns > 1)) ?? usual.find((one) => isAlone(one));
  return { delimiter: ragged?.delimiter ?? ',' };
}

function bestOf(parted: readonly Parted[]): Parted | undefined {
  return parted.reduce<Parted | undefined>(
    (best, one) => (best === undefined || one.columns > best.columns ? one : best),
    undefined
  );
}

/** Whether nothing is parted by it, or what is parted are numbers with a decimal comma. */
function isAlone({ rows, delimiter }: Parted): boolean {
  return rows.slice(1).every((row) => row.length === 1 || (delimiter === ',' && isWrittenWithComma(row.join(','))))
    ? delimiter !== ',' || rows.every((row) => row.length === 1)
    : false;
}

function part(head: string, delimiter: string, isWhole: boolean): Parted {
  const rows = firstRows(head, delimiter, isWhole);
  const columns = rows[0]?.length ?? 0;
  const others = rows.slice(1);
  const share = others.length === 0 ? 1 : others.filter((row) => row.length === columns).length / others.length;
  return { delimiter, columns, share, rows };
}

/** Whether a first row holds data and no names: `sure`, `maybe`, or null where it looks like a header. */
export function looksLikeData(rows: ReadonlyArray<readonly string[]>): 'sure' | 'maybe' | null {
  const [first = [], ...others] = rows;
  if (others.length < LEAST_ROWS) {
    return null;
  }
  const columns = first.map((cell, i) =>
    kindOfCell(
      cell.trim(),
      others.map((row) => (row[i] ?? '').trim())
    )
  );
  const values = first.filter((_, i) => columns[i] === 'value');
  const areNames = columns.includes('name');
  if (values.length > 0) {
    const areNumbered = isSeries(values) && !columns.includes('again');
    return areNumbered ? null : areNames ? 'maybe' : 'sure';
  }
  return areNames || !columns.includes('again') ? null : columns.length > 1 ? 'sure' : 'maybe';
}

const LEAST_ROWS = 5;

/** A number or a time among such; a text that comes again below; or a name. */
function kindOfCell(cell: string, below: readonly string[]): 'value' | 'again' | 'name' | 'blank' {
  if (cell === '') {
    return 'blank';
  }
  const present = below.filter((text) => text !== '');
  const mostly = (holds: (text: string) => boolean) => present.filter(holds).length >= MOSTLY * present.length;
  const isNumber = (text: string) => /\d/.test(text) && typeof parseNumber(text) === 'number';
  if ((isNumber(cell) && mostly(isNumber)) || (isTimeText(cell) && mostly(isTimeText))) {
    return 'value';
  }
  return present.includes(cell) ? 'again' : 'name';
}

/** Numbers as names: 0, 1, 2 as pandas calls columns without one, or years. */
function isSeries(values: readonly string[]): boolean {
  const numbers = values.map((value) => (/^\d+$/.test(value.trim()) ? Number(value) : NaN));
  return (
    numbers.every((value, i) => value === i) ||
    numbers.every(
      (value, i) => Number.isInteger(value) && value >= 1900 && value <= 2100 && (i === 0 || value > numbers[i - 1])
    )
  );
}
