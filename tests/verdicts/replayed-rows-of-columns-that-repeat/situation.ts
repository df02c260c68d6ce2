import { noticesOf } from '../support/judged';
import { drawer } from '../support/Draw';
import type { Situation } from '../support/Situation';

export default {
  source: 'Jan-IngenHousz-Institute/open-jii#2027',
  reason:
    'Columns that repeat by themselves hide that rows were delivered three times: whole rows tell it, and fresh rows pass.',
  right: 'said; nothing',
  async judge(seed) {
    const { times, normal, pick, below } = drawer(seed, 'replayed columns');
    const rows = (size: number) =>
      times(size, () => ({ x: Math.round(normal(100, 30)), c: pick(['a', 'b', 'c', 'd']), n: below(60) }));
    const table = (of: ReturnType<typeof rows>) => ({
      x: of.map(({ x }) => x),
      c: of.map(({ c }) => c),
      n: of.map(({ n }) => n),
    });
    const [before, once] = [table(rows(5000)), rows(300)];
    const said = async (now: ReturnType<typeof rows>) =>
      (await noticesOf(before, table(now))).some((notice) => notice.includes('not independent')) ? 'said' : 'nothing';
    return `${await said([...once, ...once, ...once])}; ${await said(rows(900))}`;
  },
} satisfies Situation;
