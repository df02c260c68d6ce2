import fc from 'fast-check';
import { BytesIndex, NO_ENTRY } from './BytesIndex';

describe('BytesIndex', () => {
  it('answers as a map of texts does, through growth and collisions', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3000 }), (texts) => {
        const index = new BytesIndex(1e6);
        const expected = new Map<string, number>();
        texts.forEach((text) => {
          const bytes = Buffer.from(text, 'utf8');
          const value = index.get(bytes, 0, bytes.length);
          expect(value).toBe(expected.get(text) ?? NO_ENTRY);
          if (value === NO_ENTRY) {
            expected.set(text, expected.size);
            index.add(bytes, 0, bytes.length, expected.get(text)!);
          }
        });
      }),
      { numRuns: 30, seed: 1 }
    );
  });

  it('keeps what it holds as it grows to many entries', () => {
    const index = new BytesIndex(50_000);
    const bytes = Array.from({ length: 50_001 }, (_, i) => Buffer.from(`request-${i}`));
    bytes.forEach((text, i) => index.add(text, 0, text.length, i));
    expect(bytes.slice(0, 50_000).every((text, i) => index.get(text, 0, text.length) === i)).toBe(true);
    expect(index.get(bytes[50_000], 0, bytes[50_000].length)).toBe(NO_ENTRY);
  });
});
