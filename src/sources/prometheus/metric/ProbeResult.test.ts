/** @jest-environment node */
import type { Labels } from '../client/PrometheusAnswer';
import { ARM_LABEL } from '../promql/union';
import { ProbeResult } from './ProbeResult';

/** Answers at 1, 2, … seconds; null where there is none. */
function series(arm: string, counts: ReadonlyArray<number | null>, labels: Labels = {}) {
  const values = counts.flatMap((count, i): Array<[number, string]> =>
    count === null ? [] : [[i + 1, String(count)]]
  );
  return { metric: { ...labels, [ARM_LABEL]: arm }, values };
}

describe('ProbeResult', () => {
  it('keeps the largest value over segments', () => {
    const result = new ProbeResult();
    result.add([series('0:plain', [1, 3], { region: 'a' }), series('0:plain', [2, null, 1], { region: 'b' })]);
    expect([...result.of(0, 'plain')]).toEqual([
      [1000, 2],
      [2000, 3],
      [3000, 1],
    ]);
    expect(result.largest(0, 'plain')).toBe(3);
    expect(result.of(1, 'plain').size).toBe(0);
  });

  it('tells series with other buckets by the counts, where there are any of +Inf', () => {
    const result = new ProbeResult();
    // Two series of 10 buckets; one of them with 12, of which 2 are its own; nothing of +Inf.
    result.add([series('0:classic', [10, 12, 10]), series('0:buckets', [20, 22, 20]), series('0:whole', [2, 2, null])]);
    expect([...result.mixed(0)]).toEqual([
      [1000, 0],
      [2000, 2],
    ]);
  });

  it('does so by segment: those of one may have other buckets than those of another', () => {
    const result = new ProbeResult();
    const of = (region: string, classic: number, buckets: number, whole: number) => [
      series('0:classic:1', [classic], { region }),
      series('0:buckets:1', [buckets], { region }),
      series('0:whole:1', [whole], { region }),
    ];
    result.add([...of('a', 10, 30, 3), ...of('b', 12, 12, 1)]);
    expect([...result.mixed(0, '1')]).toEqual([[1000, 0]]);
    result.add(of('b', 12, 22, 2));
    expect([...result.mixed(0, '1')]).toEqual([[1000, 2]]);
  });
});
