/** @jest-environment node */
import { decisionSchema } from '../query/decision';
import { decideWindow } from './decideWindow';
import { describeReason } from './describeReason';
import { samples } from './testSamples';

const side = (sum: number) => samples(Array.from({ length: 900 }, (_, i) => [sum, 0.5, 0.7][i % 3]));
const decide = (tests: 'auto' | ['ks'], more: object = {}) => {
  const comparison = {
    feature: 'x',
    type: 'numeric' as const,
    segment: {},
    baseline: side(0.3),
    current: side(0.1 + 0.2),
  };
  return { comparison, verdict: decideWindow([{ ...comparison, ...more }], tests, decisionSchema.parse({}))[0] };
};

it.each(['auto', ['ks']] as Array<'auto' | ['ks']>)(
  '%s: numbers that differ by rounding are no drift, and named',
  (tests) => {
    const { verdict } = decide(tests);
    expect(verdict.verdict).toBe('no_drift');
    expect(describeReason(verdict)).toContain(
      'Values that differ from a frequent one by rounding (at most 5.55e-17) were counted as that value: 0% of the baseline values, 33.3% of the current ones, such as 0.30000000000000004 for 0.3.'
    );
  }
);

it('the verdict is on the values as they were read', () => {
  const { comparison, verdict } = decide('auto');
  expect(verdict.comparison).toEqual(comparison);
});

it('names no value that fewer rows have than may be named', () => {
  expect(describeReason(decide('auto', { minimumCount: 301 }).verdict)).toMatch(/33\.3% of the current ones\.$/);
});
