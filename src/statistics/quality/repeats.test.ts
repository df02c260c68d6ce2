/** @jest-environment node */
import { multiplicityOf, multiplicityOfSorted } from '../../distribution/multiplicity';
import { drawNormal } from '../random/drawNormal';
import { seededRandom } from '../random/seededRandom';
import { repeatsBeyond } from './repeats';

const random = seededRandom(3, 'repeats');
const draw = (size: number, decimals = 3) =>
  Array.from({ length: size }, () => Number(drawNormal(random).toFixed(decimals)));
const sample = (values: number[]) => multiplicityOfSorted(Float64Array.from(values).sort());
const before = sample(draw(5000));

it('says as how many independent rows replayed ones count', () => {
  const once = draw(300);
  const found = repeatsBeyond(before, sample([...once, ...once, ...once]));
  expect(found).toMatchObject({ rows: 900, different: new Set(once).size, share: 1 });
});

it.each([
  ['fresh rows', draw(900)],
  ['many more rows than the baseline has', draw(40_000)],
  ['a new value that many rows share', [...draw(600), ...Array.from({ length: 300 }, () => 0)]],
  ['a value that all rows share', Array.from({ length: 900 }, () => 7)],
])('says nothing of %s', (_, values) => expect(repeatsBeyond(before, sample(values))).toBeNull());

it('says nothing of values that always repeat', () => {
  expect(repeatsBeyond(sample(draw(5000, 1)), sample(draw(900, 1)))).toBeNull();
});

it('keys that are all different in the baseline are not expected to repeat, in however many rows', () => {
  const keys = multiplicityOf(new Map(draw(5000, 9).map((key) => [key, 1])).values());
  expect(repeatsBeyond(keys, new Map([[2, 2000]]))).toMatchObject({ rows: 4000, different: 2000, share: 1 });
  expect(repeatsBeyond(keys, new Map([[2, 2000]]))?.expected).toBeLessThan(0.01);
  expect(repeatsBeyond(keys, new Map([[1, 4000]]))).toBeNull();
});
