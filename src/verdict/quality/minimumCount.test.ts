/** @jest-environment node */
import type { Categories } from '../../distribution/Distribution';
import { countsOf } from '../../distribution/valueCounts';
import { parseQuery } from '../../query/parseQuery';
import type { Expectation } from '../../query/expectation';
import type { FeatureType } from '../../query/featureType';
import { decideQuality } from './decideQuality';
import { describeQuality } from './describeQuality';

const SECRET = 'Smith';
const MINIMUM = 10;
const { decision } = parseQuery({ kind: 'quality', current: { path: 'x.csv' } }) as Extract<
  ReturnType<typeof parseQuery>,
  { kind: 'quality' }
>;

function texts(counts: Readonly<Record<string, number>>): Categories {
  const byCategory = new Map(Object.entries(counts));
  const total = [...byCategory.values()].reduce((sum, count) => sum + count, 0);
  return { kind: 'categories', counts: countsOf(total), byCategory, rest: 0, guarantee: 'exact' };
}

function judge(
  current: Categories,
  { baseline = null, expect: rules = {}, type = 'categorical', minimumCount = MINIMUM }: Partial<Sides> = {}
) {
  const sides = { feature: 'x', type, segment: {}, expect: rules, past: [], identifier: false, minimumCount };
  const [verdict] = decideQuality([{ sides: { ...sides, current, baseline }, others: new Map() }], decision);
  return {
    codes: verdict.findings.map(({ code }) => code),
    text: JSON.stringify(verdict.findings) + describeQuality(verdict),
  };
}
interface Sides {
  baseline: Categories | null;
  expect: Expectation;
  type: FeatureType;
  minimumCount: number;
}

const usual = { Newark: 60, Boston: 40 };
it.each<[string, Categories, Partial<Sides>]>([
  ['outside_set', texts({ ...usual, [SECRET]: 3 }), { expect: { allowed: ['Newark', 'Boston'] } }],
  ['pattern_broken', texts({ ...usual, [SECRET]: 3 }), { expect: { pattern: '[A-Z][a-z]{5}' } }],
  ['length_outside', texts({ ...usual, [SECRET]: 3 }), { expect: { minLength: 6 } }],
  ['category_new', texts({ ...usual, [SECRET]: 9 }), { baseline: texts(usual) }],
  ['category_vanished', texts({ Newark: 6000, Boston: 4000 }), { baseline: texts({ ...usual, [SECRET]: 9 }) }],
  ['spelling_changed', texts({ ...usual, [SECRET.toLowerCase()]: 9 }), { baseline: texts({ ...usual, [SECRET]: 9 }) }],
  ['truncated', texts({ NY: 90, [SECRET.slice(0, 3)]: 9 }), { baseline: texts({ NY: 60, [SECRET]: 9 }) }],
  [
    'words_unknown',
    texts({ 'the plane is late': 60, [`${SECRET} is here`]: 9 }),
    { baseline: texts({ 'it is on time': 60 }), type: 'text' },
  ],
  ['mistyped', texts({ true: 60, false: 30, [SECRET]: 9 }), { expect: { type: 'boolean' }, type: 'boolean' }],
])('%s names nothing that was seen fewer times', (code, current, sides) => {
  const hidden = judge(current, sides);
  expect(hidden.codes).toContain(code);
  expect(hidden.text.toLowerCase()).not.toContain(SECRET.slice(0, 3).toLowerCase());
  expect(hidden.text).not.toMatch(/"null"|undefined/);
  const open = judge(current, { ...sides, minimumCount: 0 });
  expect(open.codes).toEqual(hidden.codes);
  expect(open.text.toLowerCase()).toContain(SECRET.slice(0, 3).toLowerCase());
});
