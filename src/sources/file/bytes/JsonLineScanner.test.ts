/** @jest-environment node */
import fc from 'fast-check';
import { ABSENT, FALSE, JsonLineScanner, type JsonRow, NULL, NUMBER, TEXT, TRUE } from './JsonLineScanner';

type Row = Record<string, unknown>;

/** All values of all lines, read as a caller reads them, and which lines were handed on. */
function scan(text: string, sizes: readonly number[] = [1 << 20]): { rows: Row[]; odd: string[] } {
  const bytes = Buffer.from(text, 'utf8');
  const names: string[] = [];
  const rows: Row[] = [];
  const odd: string[] = [];
  const scanner = new JsonLineScanner({
    slotOf: (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1),
    onRow: (row) => rows.push(Object.fromEntries(names.flatMap((name, slot) => valueOf(row, slot, name)))),
    onOddLine: (line) => {
      odd.push(Buffer.from(line).toString('utf8'));
    },
  });
  let held = new Uint8Array(0);
  let at = 0;
  for (let piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length];
    held = new Uint8Array([...held, ...bytes.subarray(at, at + size)]);
    at += size;
    held = held.slice(scanner.scan(held, held.length, at >= bytes.length));
  }
  expect(held).toHaveLength(0);
  return { rows, odd };
}

function valueOf({ bytes, kinds, starts, ends }: JsonRow, slot: number, name: string): Array<[string, unknown]> {
  const text = Buffer.from(bytes.subarray(starts[slot], ends[slot])).toString('utf8');
  switch (kinds[slot]) {
    case ABSENT:
      return [];
    case NUMBER:
      return [[name, Number(text)]];
    case TEXT:
      return [[name, text]];
    case TRUE:
    case FALSE:
      return [[name, kinds[slot] === TRUE]];
    case NULL:
      return [[name, null]];
    default:
      return [[name, JSON.parse(text)]];
  }
}

/** Of two values by one name the first counts. */
function flat(row: object): Row {
  return Object.fromEntries(named(row, '').reverse());
}

function named(row: object, prefix: string): Array<readonly [string, Row[string]]> {
  return Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? named(value as object, `${prefix}${key}.`)
      : [[prefix + key, value] as const]
  );
}

const key = fc.oneof(fc.constantFrom('a', 'b', 'c', 'inputs', 'ü', 'long name'), fc.string({ maxLength: 4 }));
const scalar = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.integer(), fc.string({ maxLength: 3 })), { maxLength: 3 })
);
const line = fc.dictionary(key, fc.oneof(scalar, fc.dictionary(key, scalar, { maxKeys: 3 })), { maxKeys: 6 });

describe('JsonLineScanner', () => {
  it('reads every value that it takes as JSON.parse does, however the file is cut and spaced', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 1),
        fc.constantFrom('\n', '\r\n'),
        (objects, sizes, spaced, end) => {
          const lines = objects.map((object) =>
            JSON.stringify(object, null, spaced).replaceAll('\n', spaced ? ' ' : '')
          );
          const { rows, odd } = scan(lines.join(end), sizes);
          const oddly = new Set(odd.map((text) => text.trim()));
          const expected = objects.filter((_, i) => !oddly.has(lines[i])).map((object) => flat(object));
          expect(rows).toEqual(expected);
          // Only a key with escapes is left to others.
          expect([...oddly].every((text) => text.includes('\\'))).toBe(true);
        }
      ),
      { numRuns: 500, seed: 1 }
    );
  });

  it('takes a line only where JSON.parse takes it, and then as the same', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"b"',
      ':',
      ',',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '"\\n"',
      '"'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `{"a":${pieces.join('')}}`;
        const { rows } = scan(text);
        if (rows.length > 0) {
          expect(rows).toEqual([flat(JSON.parse(text) as object)]);
        }
      }),
      { numRuns: 5000, seed: 2 }
    );
  });

  it.each([
    ['a list', '[1]'],
    ['a word', 'hello'],
    ['a key twice', '{"a":1,"a":2}'],
    ['an escape in a key', '{"\\u0061":1}'],
    ['NaN', '{"a":NaN}'],
    ['a number with leading zeros', '{"a":007}'],
    ['a number without decimals', '{"a":1.}'],
    ['a bare minus', '{"a":-}'],
    ['something behind the object', '{"a":1} x'],
    ['an object that does not end', '{"a":1'],
    ['a trailing comma', '{"a":1,}'],
    ['a control character in text', '{"a":"\t"}'],
    ['a list that is none', '{"a":[1,]}'],
    ['a wrong escape', '{"a":"\\x"}'],
    ['objects in too many others', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`],
  ])('hands on %s', (_, text) => {
    expect(scan(`{"b":1}\n${text}\n{"b":2}\n`)).toEqual({ rows: [{ b: 1 }, { b: 2 }], odd: [text] });
  });

  it('passes over empty lines, and takes the first of two values that have one name', () => {
    expect(scan('\n{"a.b":1,"a":{"b":2}}\n \r\n{"a":{"b":2},"a.b":1}')).toEqual({
      rows: [{ 'a.b': 1 }, { 'a.b': 2 }],
      odd: [],
    });
  });
});
