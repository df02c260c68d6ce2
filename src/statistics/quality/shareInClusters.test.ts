/** @jest-environment node */
import reference from '../../../tests/fixtures/statistics/clusters.json';
import { shareInClusters } from './shareInClusters';

it.each(reference.cases)('is the cluster-robust p of statsmodels: $name', ({ clusters, expected, p }) => {
  const counts = clusters.map(([rows, count]) => ({ rows, count }));
  expect(shareInClusters(counts, expected)).toBeCloseTo(p, 12);
});

it('clusters without rows say nothing, and few clusters nothing either', () => {
  const four = [1, 2, 3, 4].map((count) => ({ count, rows: 20 }));
  expect(shareInClusters(four, 0)).toBeNull();
  expect(shareInClusters([...four, { count: 0, rows: 0 }], 0)).toBeNull();
  expect(shareInClusters([...four, { count: 0, rows: 9 }], 0.5)).toBe(1);
});
