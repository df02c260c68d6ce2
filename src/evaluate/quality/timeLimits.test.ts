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
  expect(text).toBe('120 of 240 values (50 %) lie outside of the allowed range 2024-01-01 to 2024-06-30.');
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
