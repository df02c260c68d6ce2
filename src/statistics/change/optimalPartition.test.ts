import partitions from '../../../tests/fixtures/statistics/partitions.json';
import { optimalPartition } from './optimalPartition';

describe('optimalPartition', () => {
  it.each(partitions.cases.map((one, k) => ({ ...one, k })))('finds what ruptures finds: $k', (one) => {
    expect(optimalPartition(one.values, one.penalty)).toEqual(one.changes);
  });

  it('takes 2,000 rows quickly', () => {
    const values = Array.from({ length: 2000 }, (_, t) => Math.sin(t * 12.9898) + (t > 900 ? 1 : 0));
    const begin = performance.now();
    expect(optimalPartition(values, 20)).toHaveLength(1);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
