/** @jest-environment node */
import { sampleFromNumbers } from '../distribution/sampleFromValues';
import { decisionSchema } from '../query/decision';
import { decideWindow } from '../verdict/decideWindow';
import type { Comparison } from '../verdict/Verdict';
import { decideOrRefuse } from './decideOrRefuse';

const decision = decisionSchema.parse({});
const ramp = (size: number, shift = 0) =>
  sampleFromNumbers(Float64Array.from({ length: size }, (_, i) => i / size + shift));

function comparison(feature: string, shift: number, size = 500): Comparison {
  return { feature, type: 'numeric', segment: {}, baseline: ramp(500), current: ramp(size, shift) };
}

describe('decideOrRefuse', () => {
  const judged = [comparison('a', 0), comparison('b', 0.5)];
  const refused = { ...comparison('gauge', 0.5), refusal: 'scrapes' };

  it('judges the others as if what is refused were not there', () => {
    const alone = decideWindow(judged, 'auto', decision);
    const [first, gauge, second] = decideOrRefuse([judged[0], refused, judged[1]], 'auto', decision);
    expect([first, second]).toEqual(alone);
    expect(gauge.comparison.feature).toBe('gauge');
  });

  it('measures what it refuses, without a p-value', () => {
    const [gauge] = decideOrRefuse([refused], 'auto', decision);
    expect(gauge).toMatchObject({ verdict: 'undefined', severity: null, pAdjusted: null, smallestDetectable: null });
    expect(gauge.effectSize).toBeGreaterThan(1);
    expect(gauge.reason).toMatchObject({ code: 'undefined', facts: { undefined_reason: 'scrapes' } });
    expect(gauge.tests.every(({ pValue, pValueLow, pValueHigh }) => pValue ?? pValueLow ?? pValueHigh === null)).toBe(
      true
    );
  });

  it('says rather that a side is empty', () => {
    const [gauge] = decideOrRefuse([{ ...comparison('gauge', 0, 0), refusal: 'scrapes' }], 'auto', decision);
    expect(gauge.reason.code).toBe('current_empty');
  });
});
