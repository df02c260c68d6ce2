/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expectationsSchema } from '../../query/expectations';
import { parseQuery } from '../../query/parseQuery';
import { describeQuality } from '../../verdict/quality/describeQuality';
import { evaluate } from '../evaluate';
import { noticeText, type QualityResult } from '../Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-times-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A day of each month, 20 times; two without, and one that is no time. */
const days = Array.from({ length: 240 }, (_, i) => `2024-${String((i % 12) + 1).padStart(2, '0')}-15`);
const cells = [...days, null, null, 'soon'];
writeFileSync(join(folder, 'days.csv'), ['n,when', ...cells.map((cell, i) => `${i % 7},${cell ?? ''}`)].join('\n'));
writeFileSync(join(folder, 'days.ndjson'), cells.map((when, i) => JSON.stringify({ n: i % 7, when })).join('\n'));
writeFileSync(
  join(folder, 'days.parquet'),
  Buffer.from(
    parquetWriteBuffer({
      columnData: [
        { name: 'n', data: days.map((_, i) => i % 7), type: 'INT32' },
        { name: 'when', data: days.map((day) => new Date(day)), type: 'TIMESTAMP' },
      ],
    })
  )
);
writeFileSync(
  join(folder, 'epochs.csv'),
  ['n,when', ...days.map((day, i) => `${i % 7},${Date.parse(day) / 1000}`)].join('\n')
);

async function ask(path: string, expect: object, more: object = {}): Promise<QualityResult> {
  const query = parseQuery({
    kind: 'quality',
    current: { path, features: [{ name: 'when', expect }, { name: 'n' }], ...more },
  });
  const connections = { files: { type: 'file' as const, folder } };
  return (await evaluate(query, { range: null, now: Date.UTC(2025, 0, 1), connections })) as QualityResult;
}

const ofTimes = ({ verdicts }: QualityResult) => {
  const verdict = verdicts.find(({ comparison }) => comparison.feature === 'when');
  return { codes: verdict?.findings.map(({ code }) => code), text: verdict && describeQuality(verdict) };
};

it.each(['days.csv', 'days.ndjson', 'days.parquet', 'epochs.csv'])('limits of times are dates in %s', async (path) => {
  const { codes, text } = ofTimes(await ask(path, { min: '2024-01-01', max: '2024-06-30', tolerate: 0.1 }));
  expect(codes).toEqual(['outside_range']);
  expect(text).toBe('120 of 240 values (50%) are outside the allowed range 2024-01-01 to 2024-06-30.');
  expect(ofTimes(await ask(path, { min: '2024-01-15', max: '2024-12-15', tolerate: 0.1 })).codes).toEqual([]);
  expect(ofTimes(await ask(path, { min: '2024-01-15T00:00:01Z', tolerate: 0.05 })).codes).toEqual(['outside_range']);
});

it('says what is missing and what is no time beside the limits', async () => {
  const limits = { min: '2024-01-01', maxMissingRate: 0.001 };
  const found = ofTimes(await ask('days.csv', limits));
  expect(found.codes?.toSorted()).toEqual(['missing_above', 'mistyped']);
  expect(ofTimes(await ask('days.csv', { ...limits, maxMissingRate: 0.01, tolerate: 0.01 })).codes).toEqual([]);
});

it('takes a column that holds something else for one that changed its type', async () => {
  const { codes } = ofTimes(
    await ask(
      'days.csv',
      { min: '2024-01-01' },
      { features: [{ name: 'when', field: 'n', expect: { min: '2024-01-01' } }] }
    )
  );
  expect(codes).toEqual(['type_changed']);
});

it('needs no other column', async () => {
  const features = [{ name: 'when', expect: { max: '2024-06-30', tolerate: 0.6 } }];
  const result = await ask('days.parquet', {}, { features });
  expect(result.verdicts.map(({ comparison, severity }) => [comparison.feature, severity])).toEqual([['when', 0]]);
  expect(result.notices.map(noticeText)).toEqual([]);
});

it.each([
  [{ min: '2024-13-01' }, 'must be a number, or a date such as "2024-06-30", and is "2024-13-01"'],
  [{ min: 'soon' }, 'must be a number, or a date such as "2024-06-30", and is "soon"'],
  [{ max: true }, 'must be a number, or a date such as "2024-06-30", and is true'],
  [{ min: '2024-06-30', max: '2024-01-01' }, 'has a "min" above its "max"'],
  [{ min: 3, max: '2024-01-01' }, 'has a number and a date for its limits'],
  [{ type: 'numeric', max: '2024-01-01' }, 'has dates for its limits, which times have, beside the type numeric'],
  [{ max: '2024-01-01', pattern: 'x' }, 'has dates for its limits, which times have, beside "pattern"'],
])('refuses %j', (expect_, message) => {
  const parsed = expectationsSchema.safeParse({ features: { when: expect_ } });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
});

describe('the age of the newest value', () => {
  const NOW = Date.UTC(2025, 0, 1);
  const HOUR = 3_600_000;
  const at = (time: number) => new Date(time).toISOString();
  /** Rows of two days, each updated an hour later; on the second day nothing is updated any more. */
  const rows = Array.from({ length: 48 }, (_, i) => {
    const made = NOW - (48 - i) * HOUR;
    return { made: at(made), updated: at(Math.min(made + HOUR, NOW - 24 * HOUR)), region: i % 2 ? 'eu' : 'us' };
  });
  const write = (name: string, more: ReadonlyArray<Partial<(typeof rows)[number]>> = []) => {
    const all = [...rows, ...more];
    writeFileSync(join(folder, `${name}.ndjson`), all.map((row) => JSON.stringify(row)).join('\n'));
    writeFileSync(
      join(folder, `${name}.csv`),
      ['made,updated,region', ...all.map((row) => `${row.made},${row.updated ?? ''},${row.region}`)].join('\n')
    );
  };
  write('fresh');
  write('future', [{ made: at(NOW - HOUR), updated: at(NOW + 5 * HOUR), region: 'eu' }]);

  async function ages(path: string, maxAge: string, more: object = {}) {
    const query = parseQuery({
      kind: 'quality',
      current: { path, features: [{ name: 'updated', expect: { maxAge } }], timeField: 'made' },
      ...more,
    });
    const connections = { files: { type: 'file' as const, folder } };
    const range = { from: NOW - 48 * HOUR, to: NOW };
    const { verdicts } = (await evaluate(query, { range, now: NOW, connections })) as QualityResult;
    return verdicts
      .filter(({ comparison }) => comparison.feature === 'updated')
      .map((one) => ({ codes: one.findings.map(({ code }) => code), text: describeQuality(one) }));
  }

  it.each(['csv', 'ndjson'])('is judged at the end of each window over %s', async (format) => {
    const found = await ages(`fresh.${format}`, '2h', { window: '1d' });
    expect(found.map(({ codes }) => codes)).toEqual([[], ['values_stale']]);
    expect(found[1].text).toBe(
      'The newest of 24 values is more than 2 hours old at 2025-01-01 00:00 UTC, and no more is allowed.'
    );
    expect((await ages(`fresh.${format}`, '25h', { window: '1d' })).map(({ codes }) => codes)).toEqual([[], []]);
  });

  it('is not hidden by values in the future, which are named', async () => {
    const all = await ages('future.ndjson', '2h', { segmentBy: ['region'] });
    expect(all.map(({ codes }) => [...codes].sort())).toEqual(
      expect.arrayContaining([['values_stale'], ['values_ahead', 'values_stale']])
    );
    expect(all.some(({ text }) => text?.includes('1 of 25 values lie in the future'))).toBe(true);
  });

  it('goes with a column of times alone', () => {
    const ask = (expect: object) => () =>
      parseQuery({ kind: 'quality', current: { path: 'x.csv', features: [{ name: 'a', expect }] } });
    expect(ask({ maxAge: '1h', min: '2024-01-01' })).not.toThrow();
    expect(ask({ maxAge: '1h', min: 5 })).toThrow('has "maxAge", which times have, beside numbers as limits');
    expect(ask({ maxAge: '1h', type: 'numeric' })).toThrow('has "maxAge", which times have, beside the type numeric');
    expect(ask({ maxAge: 'soon' })).toThrow('must be a duration such as 1h or 28d, and is "soon"');
  });
});
