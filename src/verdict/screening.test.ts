/** @jest-environment node */
import { decisionSchema } from '../query/decision';
import { decideWindow } from './decideWindow';
import { noise, samples } from './testSamples';
import type { Comparison } from './Verdict';

it('of more than thirty features only the doubtful ones get an exact p-value', () => {
  const window = Array.from({ length: 31 }, (_, i): Comparison => ({
    feature: `f${i}`,
    type: 'numeric',
    segment: {},
    baseline: samples(noise(1000, 2 * i + 1)),
    current: samples(noise(1000, 2 * i + 2, i < 6 ? 0.12 + 0.03 * i : 0)),
  }));
  const methods = decideWindow(window, 'auto', decisionSchema.parse({})).map(({ tests }) => tests[0].method);
  expect(methods.slice(0, 6)).toContain('exact');
  expect(new Set(methods.slice(6))).toEqual(new Set(['kolmogorov limit']));
});
