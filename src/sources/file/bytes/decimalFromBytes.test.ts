import fc from 'fast-check';
import { decimalFromBytes } from './decimalFromBytes';

const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

function read(text: string): number {
  const bytes = Buffer.from(`xx${text}yy`, 'utf8');
  return decimalFromBytes(bytes, 2, bytes.length - 2);
}

describe('decimalFromBytes', () => {
  it('gives the double that Number gives, for every text that it takes', () => {
    const text = fc.oneof(
      fc.double({ noNaN: true }).map(String),
      fc.tuple(fc.integer(), fc.nat({ max: 999_999_999 })).map(([whole, part]) => `${whole}.${part}`),
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^-?\d{1,18}(\.\d{0,18})?$/)
    );
    fc.assert(
      fc.property(text, (cell) => {
        const value = read(cell);
        if (!Number.isNaN(value)) {
          expect(cell).toMatch(PLAIN);
          expect(Object.is(value, Number(cell))).toBe(true);
        }
      }),
      { numRuns: 5000, seed: 1 }
    );
  });

  it('takes the plain forms', () => {
    expect(['0', '7', '-12', '1.5', '-0.25', '123456789012345', '0.00000000000001'].map(read)).toEqual([
      0, 7, -12, 1.5, -0.25, 123456789012345, 1e-14,
    ]);
  });

  it.each([
    '',
    '-',
    '.5',
    '5.',
    '+1',
    '007',
    '00',
    '1e5',
    ' 1',
    '1 ',
    '1_000',
    'NaN',
    '1234567890123456',
    '1.2.3',
    '--1',
  ])('leaves %j to others', (text) => expect(read(text)).toBeNaN());
});
