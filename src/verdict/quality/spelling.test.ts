/** @jest-environment node */
import { categoriesFromValues } from '../../distribution/categoriesFromValues';
import type { Expectation } from '../../query/expectation';
import { parseQuery } from '../../query/parseQuery';
import { checkBias } from './checkBias';
import { checkCategories } from './checkCategories';
import { checkRange } from './checkRange';

const query = parseQuery({ kind: 'quality', current: {} });
const decision = query.kind === 'quality' ? query.decision : null;
const repeat = (values: readonly unknown[], times: number) => Array.from({ length: times }, () => values).flat();
const sidesOf = (now: readonly unknown[], expect: Expectation = {}, type: 'boolean' | 'categorical' = 'categorical') =>
  ({
    feature: 'x',
    type,
    segment: {},
    expect,
    current: categoriesFromValues(now),
    baseline: categoriesFromValues(repeat(['1', '2'], 50)),
    past: [],
    identifier: false,
  }) as const;
const notable = (outcome: ReturnType<typeof checkRange>) =>
  outcome.checked.filter((one) => one.notable).map(({ code, facts }) => [code, facts.count]);

it('takes whole numbers for what is allowed, however they are written', () => {
  expect(notable(checkRange(sidesOf(['1.0', '2.0', '2'], { allowed: ['1', '2'] })))).toEqual([]);
  expect(notable(checkRange(sidesOf([1, 2], { allowed: ['1.0', '2.0'] })))).toEqual([]);
  expect(notable(checkRange(sidesOf(['1.0', '1.5', '01'], { allowed: ['1'] })))).toEqual([['outside_set', 2]]);
});

it('takes any way to write a truth for what is allowed of a boolean, and of nothing else', () => {
  expect(notable(checkRange(sidesOf(['true', 'false'], { allowed: ['0', '1'] }, 'boolean')))).toEqual([]);
  expect(notable(checkRange(sidesOf(['true', 'false'], { allowed: ['yes'] }, 'boolean')))).toEqual([
    ['outside_set', 1],
  ]);
  expect(notable(checkRange(sidesOf(['true'], { allowed: ['1'] })))).toEqual([['outside_set', 1]]);
});

it('knows a category that the baseline lacks and that is allowed in another spelling', () => {
  const now = repeat(['1', '2', '3.0'], 50);
  expect(notable(checkCategories(sidesOf(now)))).toEqual([['category_new', 50]]);
  expect(notable(checkCategories(sidesOf(now, { allowed: ['1', '2', '3'] })))).toEqual([]);
});

it('compares predictions with labels that came for some rows alone, and are written as fractions', () => {
  const prediction = categoriesFromValues(repeat([0, 1, 2], 100));
  const label = categoriesFromValues(repeat(['0.0', '1.0', '2.0', null], 80));
  expect(notable(checkBias({ prediction, label, baseline: null }, decision!))).toEqual([]);
  expect(notable(checkBias({ prediction, label, baseline: { prediction, label } }, decision!))).toEqual([]);
  const other = categoriesFromValues(repeat(['0.0', '0.0', '1.0'], 80));
  expect(checkBias({ prediction, label: other, baseline: null }, decision!).checked[0]).toMatchObject({
    notable: true,
    facts: { category: expect.stringMatching(/^[02]/) },
  });
});
