/** @jest-environment node */
import { partsOf } from './fieldsOf';
import { mergeCapabilities } from './mergeCapabilities';

it('asks a long list of indices in parts that fit into an address, each index once', () => {
  const names = Array.from({ length: 400 }, (_, i) => `predictions-of-a-model-2024.01.${i}`);
  const parts = partsOf(names.join(','));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.join(',')).toBe(names.join(','));
  expect(Math.max(...parts.map((part) => encodeURIComponent(part).length))).toBeLessThanOrEqual(3000);
  expect(partsOf('a,b')).toEqual(['a,b']);
});

it('leaves a list whole that leaves out indices, since every part would have to', () => {
  const list = `${Array.from({ length: 400 }, (_, i) => `predictions-${i}-*`).join(',')},-predictions-7-old`;
  expect(partsOf(list)).toEqual([list]);
});

it('puts what parts say together: which index has a field as what, and which lacks it', () => {
  const [long, double, unmapped] = ['long', 'double', 'unmapped'].map((type) => ({ type }));
  const merged = mergeCapabilities([
    {
      indices: ['a', 'b'],
      fields: { x: { long }, only: { long: { ...long, indices: ['a'] }, unmapped: { ...unmapped, indices: ['b'] } } },
    },
    { indices: ['c'], fields: { x: { double } } },
  ]);
  expect(merged.indices).toEqual(['a', 'b', 'c']);
  expect(merged.fields.x).toMatchObject({ long: { indices: ['a', 'b'] }, double: { indices: ['c'] } });
  expect(merged.fields.only).toMatchObject({ unmapped: { indices: ['b', 'c'] } });
});
