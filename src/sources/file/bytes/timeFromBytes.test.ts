/** @jest-environment node */
import fc from 'fast-check';
import { parseTimestamp } from '../../../query/parseTimestamp';
import { timeFromBytes } from './timeFromBytes';

function read(text: string): number {
  const bytes = Buffer.from(`x${text}x`);
  return timeFromBytes(bytes, 1, bytes.length - 1);
}

const figures = (least: number, most: number, length: number) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(length, '0'));

const written = fc
  .record({
    year: fc.oneof(figures(1890, 2210, 4), figures(0, 9999, 4)),
    month: figures(0, 14, 2),
    day: figures(0, 33, 2),
    between: fc.constantFrom('T', 't', ' ', '  ', '_'),
    hour: figures(0, 26, 2),
    minute: figures(0, 62, 2),
    second: fc.oneof(
      figures(0, 62, 2).map((second) => `:${second}`),
      fc.constant('')
    ),
    fraction: fc.oneof(
      fc.constant(''),
      fc.tuple(fc.constantFrom('.', ','), fc.integer({ min: 0, max: 10 }), fc.nat()).map(
        ([point, length, value]) =>
          point +
          String(value)
            .padStart(10, '0')
            .slice(10 - length)
      )
    ),
    zone: fc.oneof(
      fc.constantFrom('', 'Z', 'z', ' Z', 'UTC', '+2', '+0200x'),
      fc
        .tuple(fc.constantFrom('+', '-'), figures(0, 25, 2), fc.constantFrom('', ':'), figures(0, 61, 2))
        .map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('+', '-'), figures(0, 25, 2)).map((parts) => parts.join(''))
    ),
    isDay: fc.boolean(),
  })
  .map(({ year, month, day, between, hour, minute, second, fraction, zone, isDay }) =>
    isDay ? `${year}-${month}-${day}` : `${year}-${month}-${day}${between}${hour}:${minute}${second}${fraction}${zone}`
  );

test('a time in bytes is exactly the one of its text, or is left to it', () => {
  let taken = 0;
  fc.assert(
    fc.property(written, (text) => {
      const time = read(text);
      if (!Number.isNaN(time)) {
        taken++;
        expect(time).toBe(parseTimestamp(text));
      }
    }),
    { numRuns: 5000, seed: 1 }
  );
  expect(taken).toBeGreaterThan(300);
});

test('every fraction of a second in milliseconds is that of its text', () => {
  for (let ms = 0; ms < 1000; ms++) {
    const text = `2024-02-04T10:30:15.${String(ms).padStart(3, '0')}Z`;
    expect(read(text)).toBe(parseTimestamp(text));
  }
});

test.each([
  '2024-02-04',
  '2024-02-29',
  '2024-02-04T10:30:15',
  '2024-02-04 10:30:15.123456',
  '2024-02-04t10:30:60z',
  '2024-02-04T10:30:15,5-0430',
  '2024-02-04T10:30:15+02',
  '1969-12-31T23:59:59.999Z',
])('%s is read from its bytes', (text) => {
  expect(read(text)).toBe(parseTimestamp(text));
});

test.each([
  ['another form', '20240204T103015Z'],
  ['no seconds', '2024-02-04T10:30'],
  ['the end of a day', '2024-02-04T24:00:00'],
  ['a day that no calendar has', '2023-02-29'],
  ['a month that no calendar has', '2023-13-01'],
  ['blanks around it', ' 2024-02-04'],
  ['a number', '1707000000000'],
  ['an early year', '0099-01-01'],
  ['something behind it', '2024-02-04T10:30:15Zx'],
  ['figures of another script', '２０２４-02-04'],
])('%s is left to its text', (_, text) => {
  expect(read(text)).toBeNaN();
});
