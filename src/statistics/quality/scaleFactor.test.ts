import type { Histogram } from '../../distribution/Distribution';
import { sampleFromNumbers } from '../../distribution/sampleFromValues';
import { countsOf } from '../../distribution/valueCounts';
import { seededRandom } from '../random/seededRandom';
import { scaleFactor } from './scaleFactor';

const random = seededRandom(7, 'scaleFactor');
const skewed = Array.from({ length: 2000 }, () => Math.exp(5 + random.next()) + 50 * random.next());
const sample = (values: readonly number[]) => sampleFromNumbers(Float64Array.from(values));
const times = (factor: number) => sample(skewed.map((value) => value * factor));

function histogram(values: readonly number[], bins: number): Histogram {
  const [minimum, maximum] = [Math.min(...values), Math.max(...values)];
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => minimum + ((maximum - minimum) * i) / bins);
  const counts = new Float64Array(bins);
  values.forEach((value) => counts[Math.min(bins - 1, Math.floor(((value - minimum) / (maximum - minimum)) * bins))]++);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    kind: 'histogram',
    edges,
    bins: counts,
    closed: 'left',
    guarantee: 'exact',
    counts: countsOf(values.length),
    minimum,
    maximum,
    mean,
    standardDeviation: Math.sqrt(variance),
  };
}

it.each([
  [1.609344, 'miles to kilometers'],
  [1 / 1.609344, 'kilometers to miles'],
  [0.01, 'a hundredth, as percent to shares or cents to units'],
  [-1, 'the sign turned'],
])('knows the factor %p of exact values and of buckets', (factor, name) => {
  expect(scaleFactor(sample(skewed), times(factor))).toMatchObject({ factor, name });
  const scaled = skewed.map((value) => value * factor);
  expect(scaleFactor(histogram(skewed, 40), histogram(scaled, 23))).toMatchObject({ factor, name });
});

it('names no factor that is none of a unit, but says how large it is', () => {
  expect(scaleFactor(sample(skewed), times(7))).toMatchObject({ factor: expect.closeTo(7, 10), name: null });
});

it.each([
  ['the same values', skewed],
  ['a small change', skewed.map((value) => value * 1.1)],
  ['a shift', skewed.map((value) => value + 300)],
  ['a wider spread', skewed.map((value) => 3 * (value - 250) + 250)],
])('finds none in %s', (_, values) => {
  expect(scaleFactor(sample(skewed), sample(values))).toBeNull();
  expect(scaleFactor(histogram(skewed, 40), histogram(values, 40))).toBeNull();
});

it('finds none where narrow buckets show that quantiles keep no proportion, though most estimates do', () => {
  const low = [...skewed].sort((x, y) => x - y)[Math.floor(0.2 * skewed.length)];
  const values = skewed.map((value) => value * (value < low ? 1.8 : 1.609344));
  expect(scaleFactor(sample(skewed), sample(values))).toBeNull();
  expect(scaleFactor(histogram(skewed, 2000), histogram(values, 2000))).toBeNull();
});

it('finds kilometers among few distances too, of which a day has others than the weeks before', () => {
  const routes = Array.from({ length: 60 }, (_, i) => Math.round(100 + 40 * i + 25 * random.next()));
  const flights = (n: number) => Array.from({ length: n }, () => routes[Math.floor(60 * random.next() ** 1.5)]);
  const [before, day] = [flights(20_000), flights(900).map((miles) => miles * 1.609344)];
  const found = { factor: 1.609344, name: 'miles to kilometers' };
  expect(scaleFactor(sample(before), sample(day))).toMatchObject(found);
  expect(scaleFactor(histogram(before, 2000), histogram(day, 2000))).toMatchObject(found);
});

it('finds another unit of what hardly varies, though each day has values of its own', () => {
  const pressures = (middle: number) => Array.from({ length: 900 }, () => middle + 4 * random.next());
  const [before, day] = [[...pressures(1005), ...pressures(1015), ...pressures(1024)], pressures(1011)];
  const found = { factor: 0.01, name: 'a hundredth, as percent to shares or cents to units' };
  const scaled = day.map((value) => value / 100);
  expect(scaleFactor(sample(before), sample(scaled))).toMatchObject(found);
  expect(scaleFactor(histogram(before, 500), histogram(scaled, 500))).toMatchObject(found);
  expect(scaleFactor(sample(before), sample(day))).toBeNull();
});

it('needs several different values, and any at all', () => {
  const spikes = Array.from({ length: 100 }, (_, i) => 1 + (i % 2));
  expect(scaleFactor(sample(spikes), sample(spikes.map((value) => 1000 * value)))).toBeNull();
  expect(scaleFactor(sample([]), sample(skewed))).toBeNull();
});
