/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { evaluate } from '../evaluate';
import type { QualityResult } from '../Result';

// The machine may be busy with other tests.
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-gaps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);
const at = (day: number, hour = 0) => START + (day * 24 + hour) * HOUR;
/** Calls an hour vary by half from hour to hour, always alike. */
const callsIn = (hour: number) => 8 + ((hour * 7919) % 5);

/** 28 days; `versionAt` says which version and region answers a call, or null where nothing does. */
function write(name: string, tell: (time: number, call: number) => string | null): void {
  const lines: string[] = [];
  for (let hour = 0; hour < 28 * 24; hour++) {
    for (let call = 0; call < callsIn(hour); call++) {
      const time = START + hour * HOUR + call * 60_000;
      const who = tell(time, call);
      if (who !== null) {
        lines.push(`${new Date(time).toISOString()},${who},${(hour * 31 + call * 17) % 100}`);
      }
    }
  }
  writeFileSync(join(folder, name), ['time,who,value', ...lines, ''].join('\n'));
}

const TAKEOVER = at(23, 9);
write('takeover.csv', (time) => (time < TAKEOVER ? 'v1' : 'v2'));
write('gap.csv', (time) => (time >= at(24, 3) && time < at(24, 8) ? null : time < TAKEOVER ? 'v1' : 'v2'));
write('retired.csv', (time) => (time >= TAKEOVER ? null : 'v1'));
write('regions.csv', (time, call) => (call % 2 === 0 ? 'east' : time >= TAKEOVER ? null : 'west'));

async function found(path: string, more: object = {}) {
  const query = parseQuery({
    kind: 'quality',
    current: { path, timeField: 'time', features: [{ name: 'value' }] },
    baseline: { kind: 'window', from: new Date(at(0)).toISOString(), to: new Date(at(14)).toISOString() },
    segmentBy: ['who'],
    checks: ['rows', 'arrival'],
    ...more,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const { verdicts } = (await evaluate(query, {
    range: { from: at(21), to: at(27) },
    now: at(28),
    connections,
  })) as QualityResult;
  return verdicts.flatMap(({ comparison, findings, window }) =>
    findings.map(
      ({ code }) => `${comparison.segment.who ?? 'all'} ${code} ${window ? (window.from - START) / HOUR / 24 : ''}`
    )
  );
}

const WHOLE = {
  baseline: {
    kind: 'selection',
    segments: 'all',
    from: new Date(at(0)).toISOString(),
    to: new Date(at(14)).toISOString(),
  },
};

it.each([
  ['one window', {}],
  ['days', { window: '1d' }],
  ['a baseline without versions', WHOLE],
  ['days, and a baseline without versions', { ...WHOLE, window: '1d' }],
])('a takeover leaves neither version with a gap: %s', async (_, more) =>
  expect(await found('takeover.csv', more)).toEqual([])
);

it('a gap of the version that is active is found', async () => {
  expect(await found('gap.csv', WHOLE)).toContain('v2 gap 21');
  expect(await found('gap.csv', { ...WHOLE, window: '1d' })).toContain('v2 gap 24');
  expect(await found('gap.csv', { segmentBy: [] })).toEqual(['all gap 21']);
});

it('a version whose calls nobody took over has lost them', async () => {
  expect(await found('retired.csv')).toContain('v1 gap 21');
  expect(await found('retired.csv', { window: '1d' })).toContain('v1 no_rows 24');
});

it('a region that falls silent has lost its rows: those of all are fewer', async () => {
  expect(await found('regions.csv')).toEqual([expect.stringMatching(/^west gap/)]);
  expect(await found('regions.csv', { window: '1d' })).toEqual(
    expect.arrayContaining(['west no_rows 24', 'west no_rows 25'])
  );
});
