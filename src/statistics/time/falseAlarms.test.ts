import { delays } from '../../../bench/false-alarms/time/delays';
import { poissonInterval } from '../../../bench/false-alarms/time/intervals';
import { PROMISE, SETUPS } from '../../../bench/false-alarms/time/rules';
import { ruleRates } from '../../../bench/false-alarms/time/ruleRates';

/** Four weeks of history, a few features: bench/false-alarms.md has the others, and more runs. */
const SHORT = SETUPS[1];
const SIZE = { features: 4, weeks: 5 };
const PERIODS = (7 * SIZE.weeks) / PROMISE;

describe.each(['season', 'wander.9'])('35 days of four features without drift, %s', (name) => {
  const { windows, episodes, alarms } = ruleRates(name, SHORT, 1, SIZE);

  test('calibrated: one window in twenty, of each feature and of all', () => {
    expect(alarms.one[0] / windows).toBeGreaterThan(0.025);
    expect(alarms.one[0] / windows).toBeLessThan(0.075);
    expect(alarms.rule[0] / windows).toBeGreaterThan(0.02);
    expect(alarms.rule[0] / windows).toBeLessThan(0.08);
  });

  test('sequential: no more episodes than promised, of each feature and of all', () => {
    expect(poissonInterval(episodes.one)[0] / SIZE.features / PERIODS).toBeLessThan(1);
    expect(poissonInterval(episodes.rule)[0] / PERIODS).toBeLessThan(1);
  });
});

test('a step of eight times the noise is found within two windows, one of twice within two days', () => {
  const { ours, cusum } = delays('iid', SHORT, 1, 4, 3);
  const worst = ours.map((found) => Math.max(...found));
  expect(worst[2]).toBeLessThanOrEqual(2);
  expect(median(ours[0])).toBeLessThanOrEqual(48);
  // No detector that must learn what is usual is faster than one that knows it.
  expect(median(ours[0])).toBeGreaterThanOrEqual(median(cusum[0]));
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
