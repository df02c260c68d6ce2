/** @jest-environment node */
import { nextDouble } from '../../../distribution/nextDouble';
import { asWritten, type Precision, storedAs, storedFrom } from './precision';

it.each<[Precision, number, number]>([
  ['single', Math.fround(0.7), 0.7],
  ['single', Math.fround(0.1), 0.1],
  ['single', Math.fround(-1e-7), -1e-7],
  ['single', Math.fround(16_777_217), 16_777_216],
  ['single', 0.123456789012, 0.123456789012],
  ['half', 0.0999755859375, 0.1],
  ['half', 0.333251953125, 0.3333],
  ['scaled', 57 * 0.01, 0.57],
  ['scaled', 1 / 3, 1 / 3],
  ['double', 57 * 0.01, 57 * 0.01],
])('%s: %d was written as %d', (precision, stored, written) => {
  expect(asWritten(stored, precision)).toBe(written);
});

it.each<[Precision, (written: number) => number]>([
  ['single', Math.fround],
  ['scaled', (written) => Math.round(written * 100) * 0.01],
  ['scaled', (written) => Math.round(written * 100) / 100],
  ['half', (written) => storedAs(written, 'half')[0]],
])('%s: an edge parts what is stored as it parts what was written', (precision, store) => {
  const written = Array.from({ length: 401 }, (_, i) => (i - 200) / 100);
  const stored = written.map(store);
  for (const [i, edge] of written.entries()) {
    for (const cut of [edge, nextDouble(edge)]) {
      const asked = storedFrom(cut, precision);
      const wrong = written.filter((value, j) => stored[j] >= asked !== value >= cut);
      expect([cut, wrong]).toEqual([cut, []]);
    }
    expect(storedAs(edge, precision)).toContain(stored[i]);
    expect(asWritten(stored[i], precision)).toBeCloseTo(edge, 15);
  }
});
