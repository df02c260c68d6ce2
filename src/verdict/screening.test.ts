/** @jest-environment node */
import { decisionSchema } from '../query/decision';
import type { Workload } from './AssessmentContext';
import { decideWindow } from './decideWindow';
import { noise, samples } from './testSamples';
import type { Comparison } from './Verdict';

const decision = decisionSchema.parse({});

const numeric = (seed: number, shift: number): Comparison => ({
  feature: `f${seed}`,
  type: 'numeric',
  segment: {},
  baseline: samples(noise(1000, 2 * seed + 1)),
  current: samples(noise(1000, 2 * seed + 2, shift)),
});

const methods = (window: readonly Comparison[], workload?: Workload) =>
  decideWindow(window, 'auto', decision, workload).map(({ tests }) => tests[0].method);

it('of more than thirty features only the doubtful ones get an exact p-value', () => {
  const found = methods(Array.from({ length: 31 }, (_, i) => numeric(i, i < 6 ? 0.12 + 0.03 * i : 0)));
  expect(found.slice(0, 6)).toContain('exact');
  expect(new Set(found.slice(6))).toEqual(new Set(['kolmogorov limit']));
});

it('and of more than thirty windows likewise', () => {
  const [same, clear] = [numeric(1, 0), numeric(3, 1)];
  expect([same, clear].flatMap((one) => methods([one]))).toEqual(['exact', 'exact']);
  expect(methods([same], { windows: 31 })).toEqual(['kolmogorov limit']);
  expect(methods([clear], { windows: 31 })).toEqual(['kolmogorov limit']);
  const inDoubt = Array.from({ length: 8 }, (_, i) => methods([numeric(i, 0.12 + 0.02 * i)], { windows: 31 })[0]);
  expect(inDoubt).toContain('exact');
});

it('a provisional verdict gets none', () => {
  for (let seed = 0; seed < 8; seed++) {
    expect(methods([numeric(seed, 0.12 + 0.02 * seed)], { isProvisional: true })).toEqual(['kolmogorov limit']);
  }
});
