/** @jest-environment node */
import { Memory } from './Memory';
import { memoryLimits } from './memoryLimits';

const MEGABYTE = 2 ** 20;

describe('Memory', () => {
  const limits = { query: 10 * MEGABYTE, process: 15 * MEGABYTE };

  it('lets a query take what it may, and says what to do where it wants more', () => {
    const hold = new Memory(limits).hold();
    hold.take(9 * MEGABYTE, 'a.csv');
    expect(() => hold.take(2 * MEGABYTE, 'a.csv')).toThrow(
      /^a\.csv takes about 11 MB of memory, more than the 10 MB that a query may take\. .*query_memory_mb/
    );
    expect(hold.bytes).toBe(9 * MEGABYTE);
  });

  it('counts what all threads hold, and forgets what was let go of', () => {
    const shared = new Int32Array(new SharedArrayBuffer(8));
    const [one, other] = [0, 1].map((place) => new Memory(limits, shared, place).hold());
    one.take(9 * MEGABYTE, 'a');
    expect(() => other.take(7 * MEGABYTE, 'b')).toThrow(/other queries.*15 MB of the process.*memory_mb/);
    one.release();
    expect(() => other.take(7 * MEGABYTE, 'b')).not.toThrow();
    expect([...shared]).toEqual([0, 7 * 1024]);
  });

  it('has a limit of its own where none is given, or none that can be', () => {
    const usual = { query: 1024 * MEGABYTE, process: 1024 * MEGABYTE };
    expect(memoryLimits({})).toEqual(usual);
    expect(memoryLimits({ GF_PLUGIN_MEMORY_MB: 'much', MODELWATCH_QUERY_MEMORY_MB: '-1' })).toEqual(usual);
    expect(memoryLimits({ GF_PLUGIN_MEMORY_MB: '100', MODELWATCH_QUERY_MEMORY_MB: '200' })).toEqual({
      query: 100 * MEGABYTE,
      process: 100 * MEGABYTE,
    });
  });
});
