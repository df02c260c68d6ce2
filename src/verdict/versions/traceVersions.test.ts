import { versionsDecisionSchema } from '../../query/versionsQuery';
import { seededRandom, type SeededRandom } from '../../statistics/random/seededRandom';
import { traceVersions } from './traceVersions';
import type { VersionTrace, VersionWindow } from './VersionTrace';

const decision = versionsDecisionSchema.parse({});
/** A window an hour, numbered from 0; `null` is a window without calls. */
const trace = (hours: ReadonlyArray<Record<string, number> | null>, change = {}): VersionTrace =>
  traceVersions(
    {},
    hours.map((calls, hour): VersionWindow => ({
      window: { from: hour, to: hour + 1 },
      byVersion: Object.freeze(new Map(Object.entries(calls ?? {}))),
      rest: 0,
      unversioned: 0,
    })),
    { ...decision, ...change }
  );
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);
const changes = ({ changes: all }: VersionTrace) => all.map(({ kind, version, time }) => `${time} ${version} ${kind}`);
const statuses = ({ versions }: VersionTrace) => versions.map(({ version, status }) => `${version} ${status}`);

it('one version all the time: active since the first window or before, and no change', () => {
  const result = trace(times(5, { a: 100 }));
  expect(changes(result)).toEqual([]);
  expect(result.versions).toEqual([
    {
      version: 'a',
      status: 'active',
      calls: 500,
      share: 1,
      firstSeen: 0,
      lastSeen: 5,
      isOlder: true,
      activeSince: 0,
      isActiveLonger: true,
    },
  ]);
});

it('a canary starts, takes over, and the old version vanishes', () => {
  const result = trace([{ a: 100 }, { a: 95, b: 5 }, { a: 50, b: 50 }, { a: 5, b: 95 }, { b: 100 }, { b: 100 }]);
  expect(changes(result)).toEqual(['1 b started', '3 b took_over', '4 a vanished']);
  expect(result.changes[1]).toMatchObject({ previous: 'a', share: 0.95, noticed: 4 });
  expect(result.versions[0]).toMatchObject({ version: 'b', activeSince: 3, isActiveLonger: false, isOlder: false });
  expect(statuses(result)).toEqual(['b active', 'a gone']);
});

it('the version before is active again: a rollback', () => {
  const result = trace([{ a: 100 }, { b: 100 }, { a: 100 }]);
  expect(changes(result)).toEqual([
    '1 b started',
    '1 b took_over',
    '1 a vanished',
    '2 a started',
    '2 a rolled_back',
    '2 b vanished',
  ]);
  expect(result.changes.find(({ kind }) => kind === 'rolled_back')?.previous).toBe('b');
});

it('no calls at all are a gap, which ends nothing', () => {
  const result = trace([{ a: 100 }, null, null, { a: 100 }]);
  expect(changes(result)).toEqual([]);
  expect(result.versions[0]).toMatchObject({ activeSince: 0, share: 1 });
  const open = trace([{ a: 100 }, null]);
  expect(open.isDecided).toBe(false);
  expect(open.versions[0]).toMatchObject({ status: 'active', share: null, lastSeen: 1 });
});

it('a version returns after a gap that the others filled: started again, without a rollback', () => {
  const result = trace([{ a: 100 }, { b: 10, c: 10 }, { a: 100 }], { minimumCalls: 10 });
  expect(changes(result).filter((text) => text.includes(' a '))).toEqual(['1 a vanished', '2 a started']);
  expect(result.versions[0]).toMatchObject({ version: 'a', activeSince: 2, isActiveLonger: false });
});

it('a rare canary that chance leaves out is still there', () => {
  const result = trace([{ a: 100 }, { a: 97, b: 3 }, { a: 100 }, { a: 97, b: 3 }, { a: 100 }]);
  expect(changes(result)).toEqual(['1 b started']);
  expect(changes(trace([{ a: 100 }, { a: 97, b: 3 }, ...times(20, { a: 100 })]))).toEqual(['1 b started']);
});

it('a canary that was there for a day is missed soon after it stops', () => {
  const day = times(24, { a: 97, b: 3 });
  const result = trace([{ a: 100 }, ...day, ...times(24, { a: 100 })]);
  expect(changes(result)).toEqual(['1 b started', '25 b vanished']);
  expect(result.changes[1].noticed).toBeLessThanOrEqual(36);
});

it.each([
  [0.01, 1],
  [0.005, 1],
  [0.03, 1],
  [0.02, 5],
])('a steady canary with %d of 150 calls an hour, %d at a time, never vanishes', (share, burst) => {
  const vanished = Array.from({ length: 20 }, (_, seed) => {
    const random = seededRandom(seed, 'canary');
    const hours = Array.from({ length: 400 }, () => {
      const b = burst * binomial(150 / burst, share, random);
      return { a: 150 - b, ...(b > 0 && { b }) };
    });
    return changes(trace(hours)).some((text) => text.endsWith('vanished'));
  });
  expect(vanished.filter(Boolean).length).toBeLessThanOrEqual(1);
});

it('a version that was ramped down is not missed while few calls are left', () => {
  const hours = [...times(20, { a: 900, b: 100 }), ...times(40, { a: 998, b: 2 }), { a: 1000 }, { a: 1000 }];
  expect(changes(trace(hours))).toEqual([]);
});

function binomial(trials: number, chance: number, random: SeededRandom): number {
  return Array.from({ length: trials }, () => Number(random.next() < chance)).reduce((a, b) => a + b, 0);
}

it('one or two calls, or a share below the least, start nothing', () => {
  const result = trace([{ a: 100 }, { a: 98, b: 2 }, { a: 1000, c: 9 }]);
  expect(changes(result)).toEqual([]);
  expect(statuses(result)).toEqual(['a active', 'c stray', 'b stray']);
});

it('an A/B test at half and half stays as it was', () => {
  const halves = Array.from({ length: 100 }, (_, i) => ({ a: 50 + ((i * 7) % 19) - 9, b: 50 - ((i * 7) % 19) + 9 }));
  expect(changes(trace([{ a: 100 }, ...halves]))).toEqual(['1 b started']);
});

it('windows of few calls decide nothing', () => {
  const result = trace([{ a: 100 }, { b: 29 }]);
  expect(changes(result)).toEqual(['1 a vanished']);
  expect(result.isDecided).toBe(false);
  expect(trace(times(3, { a: 29 })).versions[0]).toMatchObject({ status: 'stray', activeSince: null });
});

it.each([[[]], [times(3, null)]])('no data: nothing to say (%j)', (hours) => {
  expect(trace(hours)).toMatchObject({ versions: [], changes: [], isDecided: false });
});

it('a version of the name __proto__ is one like any other', () => {
  const window = { window: { from: 0, to: 1 }, byVersion: new Map([['__proto__', 50]]), rest: 0, unversioned: 0 };
  expect(traceVersions({}, [window], decision).versions[0]).toMatchObject({ version: '__proto__', share: 1 });
});

it('follows as many versions as there are calls in a time that grows with their number', () => {
  const time = (count: number) => {
    const byVersion = new Map(Array.from({ length: count }, (_, i) => [`v${i}`, 5]));
    const window = (from: number) => ({ window: { from, to: from + 1 }, byVersion, rest: 0, unversioned: 0 });
    const begun = performance.now();
    const trace = traceVersions({}, [window(0), window(1)], decision);
    expect(trace.versions).toHaveLength(count);
    return performance.now() - begun;
  };
  time(1000);
  expect(time(40_000)).toBeLessThan(5_000);
});
