/** @jest-environment node */
import { profileColumn } from '../../../distribution/ColumnProfile';
import { profileOf } from '../profileOf';
import { asNumbers } from './asNumbers';
import { asText } from './asText';
import { asTimes } from './asTimes';
import type { Column } from './Column';
import { ColumnBuilder } from './ColumnBuilder';
import { concatColumns } from './concatColumns';
import { exactColumn } from './exactColumn';
import { parseTimestamp } from '../../../query/parseTimestamp';

function build(cells: readonly unknown[], keepText = false): Column {
  const builder = new ColumnBuilder(keepText);
  cells.forEach((cell) => builder.push(cell));
  return builder.finish();
}

/** As CSV writes them, which does not say what is text. */
function written(cells: readonly unknown[]): Column {
  const builder = new ColumnBuilder(false);
  cells.forEach((cell) => builder.pushText(String(cell)));
  return builder.finish();
}

const texts = (column: Column) => {
  const text = asText(column);
  return text === null ? null : Array.from(text.codes, (code) => text.dictionary[code] ?? null);
};

describe('ColumnBuilder', () => {
  test('numbers stay numbers, their text is their own', () => {
    const column = build([null, 1, NaN, undefined, 2.5, 12n]);
    expect(column).toMatchObject({ kind: 'numbers', typed: true });
    expect(Array.from(asNumbers(column).values)).toEqual([NaN, 1, NaN, NaN, 2.5, 12]);
    expect(Array.from(asNumbers(column).states ?? []).slice(0, 6)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(texts(column)).toEqual([null, '1', 'NaN', null, '2.5', '12']);
  });

  test('numbers become text as soon as there is some', () => {
    expect(texts(build([null, 1, 'a', 2, true]))).toEqual([null, '1', 'a', '2', 'true']);
  });

  test('integers beyond what a number holds exactly keep their digits', () => {
    expect(texts(build([9007199254740993n, 1n]))).toEqual(['9007199254740993', '1']);
    expect(Array.from(asNumbers(build([9007199254740993n, 1n])).values)).toEqual([9007199254740992, 1]);
  });

  test('what is nested is its JSON', () => {
    expect(texts(build([[1n, 'a'], { b: 2n }]))).toEqual(['[1,"a"]', '{"b":2}']);
  });

  test('truth is known from text that reads so', () => {
    expect(build([true, null, true])).toMatchObject({ booleans: true });
    expect(build(['true', 'true'])).toMatchObject({ booleans: false });
    expect(build([true, 'x'])).toMatchObject({ booleans: false });
  });

  test('text of many numbers becomes numbers, and says that its text is gone', () => {
    const cells = ['', ...Array.from({ length: 5000 }, (_, i) => `${i}.0`), 'oops', null, 7];
    const column = build(cells);
    expect(column).toMatchObject({ kind: 'numbers', typed: false, mistyped: { row: 5001, text: 'oops' } });
    expect(Array.from(asNumbers(column).values.slice(-3))).toEqual([NaN, NaN, 7]);
    expect(asText(column)).toBeNull();
    expect(texts(build(cells, true))?.slice(0, 3)).toEqual([null, '0.0', '1.0']);
  });

  test('text of many words stays text', () => {
    expect(build(Array.from({ length: 5000 }, (_, i) => `word ${i}`))).toMatchObject({ kind: 'text' });
  });

  test('a column of nothing is one of missing cells', () => {
    expect(texts(build([null, '', undefined]))).toEqual([null, null, null]);
    expect(texts(build([]))).toEqual([]);
  });
});

test('a profile by entries is the one by cells', () => {
  const cells = ['1', '2.5', 'NaN', 'a b', 'a', '', '2013-01-01', 'Infinity', '-Infinity'];
  for (const values of [cells, [true, false], ['yes', 'no'], [' ', '1']]) {
    const many = Array.from({ length: 300 }, (_, i) => values[(i * i) % values.length]);
    const column = build(many, true);
    const rows = Int32Array.from(many, (_, i) => i).subarray(20, 280);
    const expected = profileColumn(many.slice(20, 280));
    const profile = profileOf(column, rows);
    expect({ ...profile, examples: [...profile.examples].sort() }).toEqual({
      ...expected,
      // The order of the rows is told where they are looked at one by one.
      rising: profile.rising,
      examples: [...expected.examples].sort(),
      averageLength: expect.closeTo(expected.averageLength),
      averageWords: expect.closeTo(expected.averageWords),
    });
  }
});

test('parts of different kinds are joined as text', () => {
  const joined = concatColumns([build([1, null]), build(['a', ''])]);
  expect(texts(joined)).toEqual(['1', null, 'a', null]);
  const numbers = concatColumns([build([1, null]), build([2])]);
  expect(Array.from(asNumbers(numbers).states ?? [])).toEqual([0, 1, 0]);
});

test.each([
  ['2013-07-01', Date.UTC(2013, 6, 1)],
  ['2013-07-01T06:30', Date.UTC(2013, 6, 1, 6, 30)],
  ['2013-07-01 06:30:15.250', Date.UTC(2013, 6, 1, 6, 30, 15, 250)],
  ['2013-07-01T06:30:15Z', Date.UTC(2013, 6, 1, 6, 30, 15)],
  ['2013-07-01T06:30:00+02:00', Date.UTC(2013, 6, 1, 4, 30)],
  ['2013-07-01T06:30:00-0430', Date.UTC(2013, 6, 1, 11)],
  ['2013-07-01 06:30:00 UTC', Date.UTC(2013, 6, 1, 6, 30)],
  ['2012-02-29', Date.UTC(2012, 1, 29)],
  ['0001-01-01T00:00:00Z', Date.parse('0001-01-01T00:00:00Z')],
  ['0000-02-29', Date.parse('0000-02-29')],
  ['2013-02-29', null],
  ['2013-13-01', null],
  ['2013-07-01T25:00', null],
  ['July 1', null],
  ['12', null],
])('the time %s', (text, time) => {
  expect(parseTimestamp(text)).toBe(time);
});

test.each([
  ['20240204T103015Z', Date.UTC(2024, 1, 4, 10, 30, 15)],
  ['20240204T1030+0200', Date.UTC(2024, 1, 4, 8, 30)],
  ['20240204t103015.250z', Date.UTC(2024, 1, 4, 10, 30, 15, 250)],
  ['2024-02-04t10:30:15.5z', Date.UTC(2024, 1, 4, 10, 30, 15, 500)],
  ['2024-02-04T24:00', Date.UTC(2024, 1, 5)],
  ['2024-02-04T24:30', null],
  ['2024-02-04T10:30+99:00', null],
  ['20240204', null],
  ['20241304T103015Z', null],
])('ISO 8601 in its basic form, and small letters: %s', (text, time) => {
  expect(parseTimestamp(text)).toBe(time);
});

describe('numbers as times', () => {
  const units = [1, 1e3, 1e6, 1e9];
  const seconds = Array.from({ length: 40 }, (_, i) => 1_707_000_000 + 3600 * i);

  test.each(units)('are times by their size (%d)', (unit) => {
    expect(Array.from(asTimes(build([1.5e9 * unit])).values)).toEqual([1.5e12]);
    expect(Array.from(asTimes(build([String(1.5e9 * unit), ''])).values)).toEqual([1.5e12, NaN]);
  });

  test.each([253_402_300_799, 253_402_300_799_000, 9_999_999_999, 0, -1, 20240204])(
    'one of %d changes no other, and is left out',
    (far) => {
      for (const column of [build([...seconds, far]), written([...seconds, far])]) {
        const { values, strange } = asTimes(column);
        expect(Array.from(values)).toEqual([...seconds.map((value) => value * 1e3), NaN]);
        expect(strange).toEqual({ row: 40, text: String(far), count: 1 });
      }
    }
  );

  test('nanoseconds are read from the integers, which numbers round', () => {
    const time = 1_707_004_799_999_999_999n;
    const { values } = asTimes(exactColumn([time, null]));
    expect(Array.from(values)).toEqual([1_707_004_799_999.999, NaN]);
  });

  test.each([
    ['dates in figures', [20240204, 20240205], 'is a date written as a number'],
    ['dates and hours in figures', [2024020410, 2024020411], 'is a date written as a number'],
    ['dates and times in figures', [20240204103000, 20240204113000], 'is a date written as a number'],
    ['days of a spreadsheet', [45326.5, 45327], 'looks like a day of a spreadsheet'],
    ['durations', [0, 0.5, 12], 'is too small for a time since 1970'],
    ['years after 2200', [9_999_999_999, 9_999_999_998], 'is no time from 1973 to 2200 in any unit'],
    ['two units', seconds.map((value, i) => (i % 2 ? value : value * 1e3)), 'write all times in one unit'],
    ['numbers among texts', ['2024-02-04', '1707000000', '2024-02-05'], 'write all times in one way'],
    ['texts after 2200', ['9999-12-31'], 'lies after the year 2200'],
  ])('refuses %s', (_, cells, message) => {
    expect(() => asTimes(build(cells))).toThrow(message);
    expect(() => asTimes(written(cells))).toThrow(message);
  });

  test('the end of time among other days is left out', () => {
    const { values, strange } = asTimes(build(['2024-02-04', '9999-12-31', '2024-02-05']));
    expect([Array.from(values), strange]).toEqual([
      [1707004800000, NaN, 1707091200000],
      { row: 1, text: '9999-12-31', count: 1 },
    ]);
  });

  test('a day in figures is one where the file says that it is text', () => {
    const column = { ...build(['20240204']), declared: 'text' } as Column;
    expect(Array.from(asTimes(column).values)).toEqual([1707004800000]);
  });
});
