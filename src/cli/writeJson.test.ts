/** @jest-environment node */
import { jsonParts } from './writeJson';

describe('jsonParts', () => {
  const long = Array.from({ length: 2500 }, (_, i) => ({ i, nested: [i, { reason: 'a → b' }], none: undefined }));

  it.each([
    ['a long list', { results: long, baseline: null }],
    [
      'lists that fill the parts',
      { results: long.slice(0, 2000), more: long.slice(0, 1000), last: long.slice(0, 1001) },
    ],
    ['a long list at the end', { notices: ['a "b"', ''], empty: [], 'a key': { b: 1 }, results: long }],
    [
      'a list of what JSON does not have',
      { gone: undefined, list: Array.from({ length: 1500 }, () => undefined), to: undefined },
    ],
    ['a key that looks like an element', { '    0': long.map(({ i }) => i) }],
    ['nothing', {}],
  ])('spell %s as JSON.stringify does', (_, object) => {
    expect([...jsonParts(object)].join('')).toBe(`${JSON.stringify(object, null, 2)}\n`);
  });

  it('are small', () => {
    expect(Math.max(...[...jsonParts({ results: long })].map(({ length }) => length))).toBeLessThan(200_000);
  });
});
