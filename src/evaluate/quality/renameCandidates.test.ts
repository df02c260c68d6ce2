import { categoriesFromValues } from '../../distribution/categoriesFromValues';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import type { ColumnSides } from './columnChecks';
import { renameCandidates } from './renameCandidates';

const own = { baseline: null, past: [], compared: true, candidate: false };
const numbers = (name: string, from: number): ColumnSides => ({
  ...{ ...own, name, type: 'numeric' },
  current: sampleFromValues(Array.from({ length: 50 }, (_, i) => from + i)),
});
const words = (name: string, word: string): ColumnSides => ({
  ...{ ...own, name, type: 'categorical' },
  current: categoriesFromValues([word, word, 'other']),
});
const goneLike = ({ current }: ColumnSides) => ({ baseline: current });

it('takes all new columns where they are few', () => {
  const added = Array.from({ length: 60 }, (_, k) => numbers(`n${k}`, 1000 * k));
  expect(renameCandidates(added)(goneLike(added[0]))).toBe(added);
});

it('takes a bounded number of thousands, the one that agrees among them', () => {
  const added = Array.from({ length: 2000 }, (_, k) =>
    k % 2 === 0 ? numbers(`n${k}`, 1000 * k) : words(`c${k}`, `w${k}`)
  );
  const candidates = renameCandidates(added);
  for (const k of [0, 1, 777, 1000, 1998, 1999]) {
    const found = candidates(goneLike(added[k]));
    expect(found).toHaveLength(60);
    expect(found).toContain(added[k]);
  }
});
