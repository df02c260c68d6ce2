/** @jest-environment node */
import { noticeText } from '../sources/Notice';
import type { Comparison } from '../verdict/Verdict';
import { noise, samples } from '../verdict/testSamples';
import { sentinelNotices } from './sentinelNotices';

const baseline = samples(noise(500, 1));
const comparison = (current: readonly number[], more: Partial<Comparison> = {}): Comparison => ({
  ...{ feature: 'x', type: 'numeric', segment: {}, baseline, current: samples(current) },
  ...more,
});

it('names a likely sentinel once for each feature, with what to do', () => {
  const far = [...noise(500, 2), -999, -999];
  expect(sentinelNotices([comparison(far), comparison(noise(500, 3))])).toEqual([
    {
      severity: 'warning',
      text: '"x" holds -999 (2 times), far outside of all other values: likely a marker of missing values. If so, set "missing": [-999] for the feature.',
    },
  ]);
  const [both] = sentinelNotices([comparison(far), comparison(far)]);
  expect(noticeText(both)).toContain('(4 times)');
});

it('says nothing where there is none, where too few rows have it, and of lengths of text', () => {
  const far = [...noise(500, 2), -999, -999];
  expect(sentinelNotices([comparison(noise(500, 2))])).toEqual([]);
  expect(sentinelNotices([comparison(far, { minimumCount: 3 })])).toEqual([]);
  expect(sentinelNotices([comparison(far, { type: 'text' })])).toEqual([]);
});
