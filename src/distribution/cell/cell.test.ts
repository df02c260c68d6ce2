/** @jest-environment node */
import { profileColumn } from '../ColumnProfile';
import { inferType } from '../inferType';
import { parseNumber } from '../parseNumber';
import { isCode } from './isCode';
import { missingIn } from './missingMarkers';
import { numberReader } from './numberReader';
import { parseDuration } from './parseDuration';
import { plainText } from './plainText';
import { writingOf } from './writingOf';

const repeat = <T>(values: readonly T[], times: number) => Array.from({ length: times }, () => values).flat();

describe('plainText', () => {
  it.each([
    ['2.0', '2'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['0.0', '0'],
    [' UA\u00a0', 'UA'],
    ['cafe\u0301', 'caf\u00e9'],
    ['9007199254740993.0', '9007199254740993'],
  ])('%j is %j', (text, plain) => expect(plainText(text)).toBe(plain));

  it.each(['01', '1.10', 'v2.0', 'UA', '1e3', '-1', ''])('%j stays as it is', (text) =>
    expect(plainText(text)).toBe(text)
  );
});

describe('missing markers', () => {
  const markers = ['NA', 'n/a', 'NULL', 'null', 'None', '\\N', '?', '-', '#N/A', '<NA>', ' NA ', '  '];

  it.each([
    ['numbers', ['1.5', '2', '-3']],
    ['times', ['2024-01-01', '2024-01-02T10:00:00Z']],
    ['truths', ['yes', 'no', 'true']],
  ])('are missing among %s', (_, others) => {
    const entries = [...markers.map((text) => [text, 1] as const), ...others.map((text) => [text, 50] as const)];
    expect([...missingIn(entries)]).toEqual(markers.toSorted((a, b) => Number(b === '  ') - Number(a === '  ')));
  });

  it('are categories among names, but blanks, and what is listed', () => {
    expect([
      ...missingIn([
        ['NA', 5],
        ['  ', 1],
        ['us', 50],
      ]),
    ]).toEqual(['  ']);
    expect([
      ...missingIn(
        [
          ['NA', 5],
          ['us', 50],
        ],
        ['na']
      ),
    ]).toEqual(['NA']);
  });

  it('are none where the list is empty, and -999 is one where it is listed', () => {
    expect([
      ...missingIn(
        [
          ['NA', 5],
          ['1', 50],
        ],
        []
      ),
    ]).toEqual([]);
    expect([
      ...missingIn(
        [
          ['-999.0', 5],
          ['NA', 5],
          ['1', 50],
        ],
        [-999]
      ),
    ]).toEqual(['-999.0', 'NA']);
  });
});

it.each([
  ['\u221212.5', -12.5],
  ['٣٠٦', 306],
  ['５９８', 598],
  ['٫٥', 0.5],
  ['𝟗', 9],
  ['12,5', 'mistyped'],
  ['12%', 'mistyped'],
  ['-nan', NaN],
])('the number %j', (text, value) => expect(parseNumber(text)).toBe(value));

describe('numbers in their forms', () => {
  it.each([
    [{ decimal: ',' as const }, '12,5', 12.5],
    [{ decimal: ',' as const }, '1.234', 'mistyped'],
    [{ decimal: ',' as const, thousands: '.' as const }, '1.234,5', 1234.5],
    [{ decimal: ',' as const, thousands: '.' as const }, '1.234', 1234],
    [{ thousands: ',' as const }, '12,34,567.8', 1234567.8],
    [{ thousands: ',' as const }, '1,23', 'mistyped'],
    [{ thousands: "'" as const }, '12’345', 12345],
    [{ thousands: ' ' as const }, '\u221231\u202f220.90', -31220.9],
    [{ percent: true }, '12.5 %', 12.5],
    [{ percent: false }, '12.5 %', 'mistyped'],
    [{ currency: true }, '-€12.50', -12.5],
    [{ currency: true, thousands: ',' as const }, '$1,200', 1200],
    [{ currency: true }, '($12)', -12],
    [{ currency: true }, '12.5 EUR', 12.5],
    [{ currency: true }, 'UAL1545', 'mistyped'],
    [{ currency: '€' }, '$12', 'mistyped'],
    [{}, '(12.3)', -12.3],
    [{}, '12.3-', -12.3],
    [{}, '(-12.3)', 'mistyped'],
    [{ duration: true }, '0 days 00:11:25', 685],
    [{}, 'NaN', NaN],
    [{}, '', 'missing'],
  ])('%j: %j', (forms, text, value) => expect(numberReader(forms)(text)).toBe(value));
});

it.each([
  ['0 days 00:11:25', 685],
  ['-1 days +23:59:30', -30],
  ['1 day, 0:00:01', 86_401],
  ['00:11:25.5', 685.5],
  ['PT11M25S', 685],
  ['P1DT1H', 90_000],
  ['11m25s', 685],
  ['1h 5m', 3900],
  ['250ms', 0.25],
  ['-30s', -30],
  ['2 days', 172_800],
  ['12:75', null],
  ['P', null],
  ['12', null],
  ['abc', null],
])('the duration %j', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

it.each([
  ['007', true],
  ['-05', true],
  ['1745900000000000001', true],
  ['0', false],
  ['0.5', false],
  ['9007199254740991', false],
  ['00.5', false],
])('%j is a code: %s', (text, code) => expect(isCode(text)).toBe(code));

it.each([
  ['12,5', 'decimal_comma'],
  ['5,58199E+12', 'decimal_comma'],
  ['31 220.90', 'thousands'],
  ["12'345", 'thousands'],
  ['1.234.567', 'thousands'],
  ['€12.50', 'currency'],
  ['12.5%', 'percent'],
  ['(12.5)', 'accounting'],
  ['12.5-', 'accounting'],
  ['0 days 00:11:25', 'duration'],
  ['UA1545', null],
  ['2024-01-01', null],
  ['192.168.0.1', null],
  ['late', null],
])('%j would be a number by its %s', (text, writing) => expect(writingOf(text)).toBe(writing));

describe('types', () => {
  const typeOf = (cells: readonly unknown[]) => inferType(profileColumn(cells));

  it('takes digits with leading zeros, or more than a number holds, for codes', () => {
    expect(typeOf(repeat(['02134', '84500', '91000'], 40)).type).toBe('categorical');
    const long = Array.from({ length: 200 }, (_, i) => `${1745900000000000001n + BigInt(i)}`);
    expect(typeOf(long)).toMatchObject({ type: 'categorical', identifier: true });
  });

  it('never takes numbers in another writing for identifiers, and says that they are of no use as they are', () => {
    const percents = Array.from({ length: 400 }, (_, i) => `${i / 10}%`);
    expect(typeOf(percents)).toMatchObject({ misreading: 'percent', identifier: false, unusable: true, example: '0%' });
    // A few steps may be categories all the same.
    expect(typeOf(repeat(['10%', '20%'], 50))).not.toHaveProperty('unusable');
  });
});
