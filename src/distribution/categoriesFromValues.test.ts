/** @jest-environment node */
import { categoriesFromValues } from './categoriesFromValues';
import { foldCategories, topCategories } from './foldCategories';
import { mergeCategories } from './merge/mergeDistributions';

describe('categoriesFromValues', () => {
  it('counts keys of objects like any other', () => {
    const counted = categoriesFromValues(['__proto__', 'constructor', '__proto__', 'toString']);
    expect([...counted.byCategory]).toEqual([
      ['__proto__', 2],
      ['constructor', 1],
      ['toString', 1],
    ]);
  });

  it('reads numbers and booleans as their text, and counts missing and NaN apart', () => {
    const counted = categoriesFromValues([1, '1', true, null, undefined, '', NaN, 10n]);
    expect([...counted.byCategory]).toEqual([
      ['1', 2],
      ['true', 1],
      ['10', 1],
    ]);
    expect(counted.counts).toMatchObject({ total: 8, missing: 3, nan: 1 });
  });

  it('folds the rare into the rest and merges exactly', () => {
    const counted = categoriesFromValues(['a', 'a', 'a', 'b', 'b', 'c', 'd']);
    expect(topCategories([counted], 2)).toEqual(['a', 'b']);
    const folded = foldCategories(counted, new Set(['a', 'b']));
    expect(folded.rest).toBe(2);
    expect(mergeCategories(counted, counted)).toMatchObject({ guarantee: 'exact', rest: 0 });
    expect(mergeCategories(folded, counted)).toMatchObject({ guarantee: 'approximate', rest: 2 });
  });
});
