import type { Categories } from '../../distribution/Distribution';
import { verdict as verdictOf } from '../../../tests/fixtures/frames/verdict';
import { parseQuery } from '../../query/parseQuery';
import type { BaselineSide } from '../baselineOf';
import type { WindowedVerdict } from '../Result';
import { onsetOf } from './driftOf';
import { ownCauses } from './ownCauses';

const HOUR = 3_600_000;
const SIDE: BaselineSide = { selection: {}, windows: [null], windowOf: [0], description: '', separate: false };

function categories(counts: Readonly<Record<string, number>>, rest: number): Categories {
  const total = Object.values(counts).reduce((sum, one) => sum + one, rest);
  return {
    ...{ kind: 'categories', byCategory: new Map(Object.entries(counts)), rest, guarantee: 'exact' },
    counts: { total, missing: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0, mistyped: 0 },
  };
}

function causesOf(baseline: Categories, current: Categories, listed: readonly string[]) {
  const drifted = verdictOf(0, 'kind', '1', 'drift');
  const verdict: WindowedVerdict = {
    ...drifted,
    comparison: { ...drifted.comparison, baseline, current },
    categories: listed.map((category) => {
      const [baselineCount, currentCount] = [baseline, current].map(({ byCategory }) => byCategory.get(category) ?? 0);
      return { category, baselineCount, currentCount, pValue: 0, pAdjusted: 0, ratio: 1 } as never;
    }),
  };
  const query = parseQuery({ kind: 'explain', current: {}, baseline: { kind: 'previous', offset: '1d' } });
  if (query.kind !== 'explain') {
    throw new Error(query.kind);
  }
  const onset = { since: 0, isOrEarlier: false };
  return ownCauses({ verdict, others: [], onset }, [verdict], query, SIDE).filter(({ kind }) => kind === 'slice');
}

describe('ownCauses', () => {
  it('tells the part of a category beside the rest, which the effect is of as well', () => {
    // 10 of 100 move from a to b, and 20 of 100 from c into the rest.
    const before = categories({ a: 3000, b: 1000, c: 4000 }, 2000);
    const after = categories({ a: 2000, b: 2000, c: 2000 }, 4000);
    const [first] = causesOf(before, after, ['c', 'a', 'b']);
    // Without c: total variation of (3, 1, 2)/6 and (2, 2, 4)/8 is 1/4, of 0.3.
    expect(first).toMatchObject({ kind: 'slice', value: 'c' });
    expect(first.explained).toBeCloseTo(1 - 0.25 / 0.3, 1);
  });

  it('takes no category for new that the baseline does not list but counts in its rest', () => {
    const before = categories({ a: 5000 }, 5000);
    const after = categories({ a: 3000, b: 4000 }, 3000);
    expect(causesOf(before, after, ['b'])).toEqual([]);
  });
});

describe('onsetOf', () => {
  const at = (hour: number, baselineEnd: number | null): WindowedVerdict => {
    const verdict = verdictOf(hour, 'x', '1', 'drift');
    const { from } = verdict.window ?? { from: 0 };
    const baselineWindow = baselineEnd === null ? null : { from: from - 2 * HOUR, to: from - baselineEnd };
    return { ...verdict, baselineWindow };
  };

  it.each([
    ['follows its baseline', 0, false],
    ['lies an hour after its baseline', HOUR, true],
    ['has a baseline without times', null, true],
  ])('one window that %s', (_, gap, isOrEarlier) => {
    const one = at(5, gap);
    expect(onsetOf(one, [one])).toEqual({ since: one.window?.from, isOrEarlier });
  });
});
