/** @jest-environment node */
import { bucketsOfRows, tableOfRows } from '../../statistics/performance/testing/outcomesOf';
import { seededRandom } from '../../statistics/random/seededRandom';
import { measurePerformance } from '../../statistics/performance/measurePerformance';
import { finerScoreEdges } from './finerScoreEdges';

const random = seededRandom(1, 'edges');
const scores = Array.from({ length: 4000 }, () => random.next() ** 2);
const actual = scores.map((score) => (random.next() < score ? 1 : 0));
const cellOf = (edges: readonly number[]) => ({
  ...{ window: 0, segment: {}, block: 0 },
  outcomes: {
    ...{ rows: scores.length, labelled: scores.length },
    scores: new Map([['p', bucketsOfRows(actual, scores, edges, 'sums')]]),
  },
});
const widthOf = (edges: readonly number[]) => {
  const roles = { positive: '1', score: 'p', threshold: 0.5, predicts: false };
  const { boundLow, boundHigh } = measurePerformance('roc_auc', cellOf(edges).outcomes, roles);
  return (boundHigh ?? NaN) - (boundLow ?? NaN);
};
const COARSE = [0, 0.1, 0.2, 0.5, 1];

it('cuts the buckets that leave most open into the most parts, and keeps their edges', () => {
  const finer = [...(finerScoreEdges([cellOf(COARSE)], () => '1').get('p') ?? [])];
  expect(COARSE.every((edge) => finer.includes(edge))).toBe(true);
  expect(finer.length).toBeGreaterThan(2.5 * COARSE.length);
  expect(widthOf(finer)).toBeLessThan(widthOf(COARSE) / 2);
  const again = [...(finerScoreEdges([cellOf(finer)], () => '1').get('p') ?? [])];
  expect(widthOf(again)).toBeLessThan(widthOf(finer) / 2);
});

it('narrows nothing that is exact, of an unknown class, or too much to ask for', () => {
  const exact = {
    ...cellOf(COARSE),
    outcomes: { rows: 1, labelled: 1, scores: new Map([['p', tableOfRows(actual, scores)]]) },
  };
  expect(finerScoreEdges([exact], () => '1').size).toBe(0);
  expect(finerScoreEdges([cellOf(COARSE)], () => undefined).size).toBe(0);
  // So many days and segments may have no more buckets.
  const many = Array<ReturnType<typeof cellOf>>(50_000).fill(cellOf(COARSE));
  expect(finerScoreEdges(many, () => '1').size).toBe(0);
});
