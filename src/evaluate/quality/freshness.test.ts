/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import type { QualityResult } from '../Result';
import { evaluate } from '../evaluate';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 10, 12);
const folder = mkdtempSync(path.join(tmpdir(), 'modelwatch-freshness-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A row a minute that stopped two days before now, and beside them rows of next year. */
function write(name: string, ahead: number) {
  const past = Array.from({ length: 3000 }, (_, i) => NOW - 48 * HOUR - i * 60_000);
  const times = [...past, ...Array.from({ length: ahead }, (_, i) => NOW + 8760 * HOUR + i * HOUR)];
  writeFileSync(
    path.join(folder, name),
    ['time,x', ...times.map((time, i) => `${new Date(time).toISOString()},${(i * 37) % 101}`), ''].join('\n')
  );
}
write('stopped.csv', 0);
write('ahead.csv', 5);

async function found(name: string, range: { from: number; to: number } | null, arrival: object = { maxAge: '6h' }) {
  const query = parseQuery({ kind: 'quality', current: { path: name, timeField: 'time' }, arrival });
  const connections = { files: { type: 'file' as const, folder } };
  const { verdicts } = (await evaluate(query, { range, now: NOW, connections })) as QualityResult;
  return verdicts.flatMap(({ findings }) => findings.map(({ code, facts }) => ({ code, facts })));
}

it.each([null, { from: NOW - 96 * HOUR, to: NOW }, { from: NOW - 96 * HOUR, to: NOW + 9000 * HOUR }])(
  'rows from the future never hide that rows stopped, and are a finding of their own: %j',
  async (range) => {
    const codes = await found('ahead.csv', range);
    expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(['ahead', 'stale']));
    expect(codes.find(({ code }) => code === 'ahead')?.facts).toEqual({
      count: 5,
      farthest: NOW + 8764 * HOUR,
    });
    expect(codes.find(({ code }) => code === 'stale')?.facts).toMatchObject({ age: 48 * 3600 });
  }
);

it('says nothing of the future where there is none, nor of a range that is long gone', async () => {
  expect((await found('stopped.csv', null)).map(({ code }) => code)).toEqual(['stale']);
  const gone = { from: NOW - 90 * HOUR, to: NOW - 50 * HOUR };
  expect((await found('ahead.csv', gone)).map(({ code }) => code)).not.toContain('ahead');
});
