/** @jest-environment node */
import { measureSchema } from '../query/measure';
import { volumeDecisionSchema } from '../query/volumeQuery';
import { warning } from '../sources/Notice';
import { describeVolume } from '../verdict/volume/describeVolume';
import { judgeVolume } from '../verdict/volume/judgeVolume';
import { markPartial } from './markPartial';
import type { VolumeResult } from './Result';

const measure = measureSchema.parse({ name: 'calls', aggregate: 'count' });
const verdict = judgeVolume(measure, { segment: {}, value: 1800, past: [3600] }, volumeDecisionSchema.parse({}));
const answered = (warned: boolean): VolumeResult => ({
  kind: 'volume',
  queryHash: '',
  baseline: { kind: 'previous', description: '', facts: {} },
  notices: [warning('one store did not answer')],
  warned,
  verdicts: [{ ...verdict, window: { from: 0, to: 1 } }],
});
const marked = (format: 'table' | 'alert', partial?: 'undecided' | 'error', warned = true) => {
  const result = markPartial(answered(warned), { format, partial });
  if (result.kind !== 'volume') {
    throw new Error('no volume');
  }
  return result.verdicts[0];
};

it('leaves an answer alone that is everything', () => {
  expect(marked('alert', undefined, false)).toMatchObject({ severity: 2, reason: 'off' });
});

it('gives an alert no verdict from a partial answer, with the warning as the reason', () => {
  const one = marked('alert');
  expect(one).toMatchObject({ severity: null, score: null, value: 1800 });
  expect(describeVolume(one)).toMatch(/partial answer: one store did not answer/);
});

it('gives an alert an error where that is asked for', () => {
  expect(() => marked('alert', 'error')).toThrow(/partial answer/);
});

it('shows the verdict elsewhere, with a remark', () => {
  const one = marked('table', 'error');
  expect(one.severity).toBe(2);
  expect(describeVolume(one)).toMatch(/partial answer, so this may be wrong\.$/);
});
