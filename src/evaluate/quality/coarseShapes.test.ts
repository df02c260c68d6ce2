import type { FrozenShape } from '../../sources/Source';
import { coarseShapes } from './coarseShapes';

const edges = Float64Array.from({ length: 130 }, (_, i) => i);
const shapes = new Map<string, FrozenShape>([
  ['distance', { kind: 'edges', edges }],
  ['hour', { kind: 'edges', edges: edges.slice(0, 5) }],
  ['tail', { kind: 'categories', categories: Array.from(edges, String) }],
]);

it('keeps few edges, in order, and all of those that are few', () => {
  const found = coarseShapes(shapes);
  expect(found.get('distance')).toEqual({
    kind: 'edges',
    edges: Float64Array.of(0, 11, 22, 33, 44, 55, 66, 77, 88, 99, 110, 121),
  });
  expect(found.get('hour')).toEqual({ kind: 'edges', edges: Float64Array.of(0, 1, 2, 3, 4) });
});

it('keeps the first categories, which are the most frequent', () => {
  const found = coarseShapes(shapes).get('tail');
  expect(found?.kind === 'categories' && found.categories).toEqual(Array.from(edges.slice(0, 12), String));
});
