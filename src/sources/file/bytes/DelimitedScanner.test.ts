import fc from 'fast-check';
import Papa from 'papaparse';
import { BadRow } from './BadRow';
import { DelimitedScanner } from './DelimitedScanner';

const COMMA = 44;

interface Scanned {
  readonly rows: string[][];
  readonly left: number;
}

/** Feeds the text in pieces of the given sizes, as a reader of chunks does, each piece in a buffer of its own. */
function scan(text: string, columns: number, wanted: readonly number[], sizes: readonly number[] = [1 << 20]): Scanned {
  const bytes = Buffer.from(text, 'utf8');
  const rows: string[][] = [];
  const scanner = new DelimitedScanner({
    delimiter: COMMA,
    columns,
    wanted,
    onRow: ({ bytes: within, starts, ends, doubled }) => {
      rows.push(
        Array.from(starts, (start, i) => {
          const cell = Buffer.from(within.subarray(start, ends[i])).toString('utf8');
          return doubled[i] === 1 ? cell.replaceAll('""', '"') : cell;
        })
      );
    },
  });
  let held = Buffer.alloc(0);
  let at = 0;
  for (let piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length];
    held = Buffer.concat([held, bytes.subarray(at, at + size)]);
    at += size;
    const aligned = new Uint8Array(held);
    held = held.subarray(scanner.scan(aligned, aligned.length, at >= bytes.length));
  }
  return { rows, left: held.length };
}

const cellText = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '1.5', '-3', 'a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', 'ü€😀', ' blank ', 'a"b'),
  fc.integer().map(String)
);

describe('DelimitedScanner', () => {
  it('finds the cells of any table, however it is quoted, cut and ended', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }).chain((columns) =>
          fc.record({
            columns: fc.constant(columns),
            table: fc.array(fc.array(cellText, { minLength: columns, maxLength: columns }), { maxLength: 30 }),
            quoteAll: fc.boolean(),
            ends: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 }),
            lastEnds: fc.boolean(),
            wanted: fc.subarray(Array.from({ length: columns }, (_, i) => i)),
            sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
          })
        ),
        ({ columns, table, quoteAll, ends, lastEnds, wanted, sizes }) => {
          const lines = table.map((row) => row.map((cell) => write(cell, quoteAll)).join(','));
          const text = lines
            .map((line, i) => line + (i < lines.length - 1 || lastEnds ? ends[i % ends.length] : ''))
            .join('');
          const { rows, left } = scan(text, columns, wanted, sizes);
          expect(rows).toEqual(table.map((row) => wanted.map((column) => row[column])));
          expect(left).toBe(0);
        }
      ),
      { numRuns: 400, seed: 1 }
    );
  });

  it('agrees with Papa Parse on texts that nobody wrote as tables', () => {
    const piece = fc.constantFrom('a', '1', ',', ',', '\n', '\n', '"', '""', ' ', '","', 'b"c', '"\n"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const expected = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        const rows = expected.data.filter((cells) => cells.length > 1 || cells[0] !== '');
        const isRagged = rows.some((cells) => cells.length !== 3);
        if (expected.errors.length > 0 || isRagged) {
          return;
        }
        expect(scan(text, 3, [0, 1, 2]).rows).toEqual(rows);
      }),
      { numRuns: 3000, seed: 2 }
    );
  });

  it('passes over empty lines, which are cells where there is one column', () => {
    expect(scan('a,b\n\n\r\nc,d\n', 2, [0, 1]).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(scan('a\n\nb\n', 1, [0]).rows).toEqual([['a'], [''], ['b']]);
  });

  it('passes over an empty cell in quotes as over an empty line', () => {
    expect(scan('""\na\n', 1, [0]).rows).toEqual([[''], ['a']]);
    expect(scan('a,b\n""\n', 2, [0]).rows).toEqual([['a']]);
  });

  it.each<[string, Pick<BadRow, 'problem' | 'row' | 'line' | 'cells'>]>([
    ['1,2\n3,4,5\n', { problem: 'cells', row: 2, line: 1, cells: 3 }],
    ['1,2\n3\n', { problem: 'cells', row: 2, line: 1, cells: 1 }],
    ['1,2\n"3\n,4\n', { problem: 'quote', row: 2, line: 1, cells: 1 }],
    ['1,"2\n2"\n3,"4"x\n', { problem: 'quote', row: 2, line: 2, cells: 2 }],
    ['1,2\n\n3,4\n5,6,7', { problem: 'cells', row: 3, line: 3, cells: 3 }],
  ])('says where a row is broken: %j', (text, expected) => {
    for (const wanted of [[], [0], [1], [0, 1]]) {
      expect(problemOf(() => scan(text, 2, wanted, [3]))).toMatchObject(expected);
    }
  });
});

function write(cell: string, always: boolean): string {
  return always || /[",\n\r]/.test(cell) || cell.startsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
