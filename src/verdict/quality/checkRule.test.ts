/** @jest-environment node */
import { checkRule, remarkOn } from './checkRule';
import { describeFinding } from './describeFinding';

const rule = { expr: 'start <= end' };
const sentence = (...args: Parameters<typeof checkRule>) => {
  const [{ notable, ...checked }] = checkRule(...args).checked;
  return notable ? describeFinding({ ...checked, pAdjusted: null }) : null;
};

describe('checkRule', () => {
  it('names rows that break a rule, their share of those that can be told, and what it says nothing of', () => {
    expect(sentence({ total: 100, broken: 9, unknown: 10, firstBroken: 4 }, rule)).toBe(
      "9 of 90 rows (10%) break start <= end, the first is row 4. 10 rows aren't judged: a value that decides is missing or can't be read."
    );
  });

  it('takes neither unknown rows for broken ones, nor for kept ones', () => {
    expect(sentence({ total: 100, broken: 0, unknown: 99 }, rule)).toBeNull();
    // One in ten of those that can be told, though one in a hundred of all.
    expect(sentence({ total: 100, broken: 1, unknown: 90 }, { ...rule, tolerate: 0.05 })).toMatch('1 of 10 rows (10%)');
  });

  it('lets as large a share pass as is tolerated', () => {
    expect(sentence({ total: 100, broken: 5, unknown: 0 }, { ...rule, tolerate: 0.05 })).toBeNull();
    expect(remarkOn({ total: 100, broken: 5, unknown: 1 }, { ...rule, tolerate: 0.1 })).toBe(
      "5 of 99 rows break it, as many may. 1 row isn't judged: a value that decides is missing or can't be read."
    );
    expect(sentence({ total: 100, broken: 6, unknown: 0 }, { ...rule, tolerate: 0.05 })).toMatch('at most 5% may');
  });

  it('is undecided without rows, and where none can be told', () => {
    expect(checkRule({ total: 0, broken: 0, unknown: 0 }, rule).unchecked).toBe('there are no rows');
    expect(checkRule({ total: 9, broken: 0, unknown: 9 }, rule).unchecked).toMatch('every row lacks a value');
  });

  it('names no row where single ones must not be named', () => {
    const [{ facts }] = checkRule({ total: 9, broken: 1, unknown: 0, firstBroken: 3 }, rule, 5).checked;
    expect(facts.row).toBeNull();
  });
});
