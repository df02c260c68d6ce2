import { categoriesFromValues } from '../distribution/categoriesFromValues';
import { sampleFromValues } from '../distribution/sampleFromValues';
import type { WindowedVerdict } from '../evaluate/Result';
import type { TestName } from '../query/testNames';
import type { TestResult } from '../statistics/TestResult';

export const HOUR = 3_600_000;
export const START = Date.UTC(2013, 6, 1);

function result(test: TestName, statistic: number | null, pValue: number | null): TestResult {
  const bounds = { statisticLow: statistic, statisticHigh: statistic, pValueLow: pValue, pValueHigh: pValue };
  return { test, statistic, pValue, ...bounds, method: pValue === null ? 'none' : 'exact', guarantee: 'exact' };
}

const NUMBERS = {
  baseline: sampleFromValues([1, 2, 3, 4, null, NaN]),
  current: sampleFromValues([3, 4, 5, Infinity, null]),
};
const KINDS = { baseline: categoriesFromValues(['a', 'a', 'b']), current: categoriesFromValues(['a', 'c', 'c', '']) };

const SEVERITIES = { drift: 2, warning: 1, no_drift: 0, insufficient_data: null } as const;

/** A verdict on an hour of a numeric feature or a categorical one, in a version of the model: for tests of frames. */
export function verdict(
  hour: number,
  kind: 'x' | 'kind',
  version: string,
  what: 'drift' | 'warning' | 'no_drift' | 'insufficient_data'
): WindowedVerdict {
  const isX = kind === 'x';
  const tests = isX
    ? [result('wasserstein_normed', 0.5, null), result('ks', 0.4, 0.001), result('missing_rate', 0.05, 0.8)]
    : [result('chi_square', 3.2, 0.2), result('total_variation', 0.08, null)];
  return {
    comparison: {
      feature: kind,
      type: isX ? 'numeric' : 'categorical',
      segment: { version, type: 'live' },
      ...(isX ? NUMBERS : KINDS),
    },
    tests,
    deciding: isX ? 'ks' : 'chi_square',
    pAdjusted: isX ? 0.002 : 0.2,
    effect: isX ? 'wasserstein_normed' : 'total_variation',
    effectSize: isX ? 0.5 + hour / 100 : 0.08,
    effectExpected: 0.05,
    threshold: 0.1,
    smallestDetectable: what === 'insufficient_data' ? null : 0.2,
    verdict: what,
    severity: SEVERITIES[what],
    reason: {
      code: what === 'no_drift' ? 'not_sure' : what === 'insufficient_data' ? 'current_empty' : what,
      facts: { n_baseline: 4, n_current: 4 },
    },
    window: { from: START + hour * HOUR, to: START + (hour + 1) * HOUR },
    baselineWindow: { from: START - 24 * HOUR, to: START },
  };
}
