/** @jest-environment node */
import { measureSchema } from '../query/measure';
import { volumeDecisionSchema } from '../query/volumeQuery';
import { warning } from '../sources/Notice';
import { describeVolume } from '../verdict/volume/describeVolume';
import { judgeVolume } from '../verdict/volume/judgeVolume';
import { START, verdict as verdictOf } from '../../tests/fixtures/frames/verdict';
import { markPartial } from './markPartial';
import type { ExplainResult, VolumeResult } from './Result';

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

it.each(['alert', 'table'] as const)(
  'gives no verdict from a partial answer as %s, with the warning as the reason',
  (format) => {
    const one = marked(format);
    expect(one).toMatchObject({ severity: null, score: null, value: 1800 });
    expect(describeVolume(one)).toMatch(/partial answer: one store did not answer/);
  }
);

it('gives an alert an error where that is asked for', () => {
  expect(() => marked('alert', 'error')).toThrow(/partial answer/);
});

it('gives an error to alerts alone', () => {
  expect(marked('table', 'error').severity).toBeNull();
});

it('tells neither causes nor since when of a partial answer', () => {
  const explained: ExplainResult = {
    ...{ kind: 'explain', queryHash: '', baseline: { kind: 'previous', description: '', facts: {} }, warned: true },
    ...{ verdict: verdictOf(0, 'x', '1', 'drift'), since: START, isOrEarlier: true },
    ...{ causes: [], looked: [], summary: 'Nothing explains it.', notices: [warning('one store did not answer')] },
  };
  expect(markPartial(explained, { format: 'table' })).toMatchObject({
    ...{ verdict: { severity: null }, since: null, isOrEarlier: false },
    summary: 'The store returned a partial answer: one store did not answer',
  });
});
