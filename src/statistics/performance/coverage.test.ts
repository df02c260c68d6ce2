/** @jest-environment node */
import { gapRates } from '../../../bench/intervals/gaps';
import { drawBinormal, outcomesOf } from '../../../bench/intervals/draw';
import { CASES, coverageOf } from '../../../bench/intervals/intervals';
import type { SeededRandom } from '../random/seededRandom';

/** bench/intervals.md has the same with many more draws. */
const DRAWS = 300;
/** 4.5 standard errors of a share of .95 of them. */
const SLACK = 4.5 * Math.sqrt((0.95 * 0.05) / DRAWS);

describe('intervals hold the true value in about 95 of 100 samples', () => {
  // Those whose true value is known without drawing.
  const classes = ['accuracy', 'precision', 'recall', 'f1', 'mcc', 'macro_f1', 'weighted_precision'];
  const few = CASES.filter(({ metric, name }) => classes.includes(metric) && !/\d{4} rows/.test(name));
  it.each(few.map((one) => [one.metric, one.name, one] as const))('%s: %s', (_metric, _name, one) => {
    const { held, draws } = coverageOf(one, DRAWS);
    expect(held / draws).toBeGreaterThan(0.95 - SLACK);
  });

  it('of AUC where DeLong’s alone does not', () => {
    const one = CASES.find(({ name }) => name.startsWith('10 positives, 990'))!;
    const truth = (random: SeededRandom) => outcomesOf(drawBinormal(30000, 30000, 2, random));
    const { held, draws, deLong } = coverageOf({ ...one, truth }, 100);
    expect(held / draws).toBeGreaterThan(0.945);
    expect(deLong! / draws).toBeLessThan(0.92);
  });
});

it('the gap alarms no more often than asked for where only the mix of scores changed', () => {
  const rates = gapRates(20);
  const alarms = rates.filter(({ name }) => name.startsWith('gap') && !name.includes('drift'));
  const alarmed = alarms.reduce((sum, { count }) => sum + count, 0);
  // 5% of 60, with 4.5 standard errors.
  expect(alarms.length).toBe(3);
  expect(alarmed).toBeLessThan(60 * 0.05 + 4.5 * Math.sqrt(60 * 0.05 * 0.95));
  const found = rates.find(({ name }) => name.startsWith('gap') && name.includes('drift'))!;
  expect(found.count / found.draws).toBeGreaterThan(0.7);
});
