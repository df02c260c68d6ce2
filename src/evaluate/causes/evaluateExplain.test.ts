/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { CASES, type CaseRow } from '../../../tests/fixtures/causes/cases';
import { evaluate } from '../evaluate';
import { explainCauses } from './explainCauses';
import { type ExplainResult, noticeText } from '../Result';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'explain-'));
const connections = { files: { type: 'file' as const, folder } };
const WEEK = 7 * 86_400_000;
const START = Date.parse('2024-03-04T00:00:00Z');

afterAll(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, rows: readonly CaseRow[]): void {
  const names = Object.keys(rows[0]);
  const lines = rows.map((row) => names.map((column) => row[column] ?? '').join(','));
  fs.writeFileSync(path.join(folder, name), [names.join(','), ...lines, ''].join('\n'));
}

async function ask(name: string, own: object = {}, of: object = {}): Promise<ExplainResult> {
  const drift = {
    kind: 'drift',
    current: { path: `${name}.csv`, timeField: 'time' },
    baseline: { kind: 'previous', offset: '7d' },
    ...of,
  };
  const range = { from: START + WEEK, to: START + 2 * WEEK };
  const query = parseQuery({ kind: 'explain', of: drift, ...own });
  const result = await evaluate(query, { range, now: START + 10 * WEEK, connections });
  if (result.kind !== 'explain') {
    throw new Error(result.kind);
  }
  return result;
}

const told = ({ causes }: ExplainResult) =>
  causes.map(({ kind, field, value, explained }) => [
    kind,
    field,
    value,
    explained === null ? null : Math.round(explained * 10) / 10,
  ]);

CASES.forEach(({ name, rows }) => write(`${name}.csv`, rows()));

describe.each(CASES.filter(({ name }) => name !== 'crowded'))('$name', ({ name, feature, first, summary, none }) => {
  it('has the right first cause, and says it', async () => {
    // What drifted most is explained where nothing is named.
    const result = await ask(name, {}, name === 'unit of one caller' ? {} : { feature });
    expect(result.verdict).toMatchObject({ verdict: 'drift', comparison: { feature } });
    expect(told(result).slice(0, first.length)).toEqual(first);
    expect(result.summary).toMatch(summary);
    for (const [kind, field] of none) {
      expect(result.causes.filter((cause) => cause.kind === kind && cause.field === field)).toEqual([]);
    }
  });
});

describe('evaluateExplain', () => {
  it('looks at the fields that are named, and lists as many causes as are asked for', async () => {
    const result = await ask(
      'new carrier',
      { by: ['origin', 'carrier'], top: 1 },
      { feature: 'distance', minimumCount: 200 }
    );
    expect(told(result)).toEqual([['slice', 'carrier', 'HA', 1]]);
    expect(result.looked.map(({ field }) => field).sort()).toEqual(['carrier', 'origin']);
  });

  it('explains nothing where nothing drifted', async () => {
    const result = await ask('new carrier', {}, { feature: 'noise' });
    expect(result.causes).toEqual([]);
    expect(result.summary).toBe('noise has not drifted: there is nothing to explain.');
  });

  it('says since when, by the windows before', async () => {
    const result = await ask('new carrier', {}, { feature: 'distance', window: '1d' });
    expect(result.since).toBe(START + WEEK);
    expect(result.isOrEarlier).toBe(true);
  });

  it('names no value of fewer rows than may be named', async () => {
    const result = await ask('new carrier', {}, { feature: 'distance', minimumCount: 100_000 });
    expect(result.causes.filter(({ kind }) => kind === 'slice')).toEqual([]);
  });

  it('says what is wrong with a question', async () => {
    await expect(ask('new carrier', {}, { feature: 'nothing' })).rejects.toThrow('"target": "nothing" is not among');
    await expect(ask('new carrier', { by: ['nothing'] })).rejects.toThrow(
      '"by": the current data has no field "nothing"'
    );
    await expect(ask('new carrier', { by: ['distance'] }, { feature: 'distance' })).rejects.toThrow('its own values');
    await expect(ask('new carrier', { window: '1d' }, { window: '1h' })).rejects.toThrow('"of": must be a drift query');
    await expect(ask('new carrier', {}, { kind: 'quality' })).rejects.toThrow('"of": must be a drift query');
    await expect(ask('new carrier', {}, { segmentBy: ['carrier'] })).rejects.toThrow('"segmentBy": does not go');
  });

  it('shows in the plan that each field is read once', async () => {
    const query = parseQuery({
      kind: 'explain',
      current: { path: 'new carrier.csv', timeField: 'time' },
      baseline: { kind: 'previous', offset: '7d' },
    });
    if (query.kind !== 'explain') {
      throw new Error(query.kind);
    }
    const range = { from: START + WEEK, to: START + 2 * WEEK };
    const { plans } = await explainCauses(query, { range, now: START + 10 * WEEK, connections });
    expect(plans.current).toMatchObject({ requests: 3 });
    expect(JSON.stringify(plans.current)).toMatch('by carrier, origin');
  });

  it('takes predictions and labels for no causes, unless they are named', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => {
      const isNew = i >= 1000;
      const value = ((i * 7919) % 1000) / 1000 + (isNew && i % 2 === 0 ? 1 : 0);
      const time = new Date(START + (isNew ? WEEK : 0) + (i % 1000) * 60_000).toISOString();
      return [time, value, i % 2 === 0 ? 'HA' : 'UA', value > 1, value > 1 ? 'yes' : 'no'].join(',');
    });
    fs.writeFileSync(
      path.join(folder, 'outcomes.csv'),
      `time,value,carrier,prediction,actual_class\n${rows.join('\n')}\n`
    );
    const result = await ask('outcomes', {}, { feature: 'value' });
    expect(result.looked.map(({ field }) => field)).toEqual(['carrier']);
    expect(result.notices.map(noticeText).join('\n')).toMatch(
      'they follow the inputs; name them in "by": prediction, actual_class'
    );
    const named = await ask('outcomes', { by: ['prediction'] }, { feature: 'value' });
    expect(named.looked.map(({ field }) => field)).toEqual(['prediction']);
  });

  it('leaves fields with too many values out, and says so', async () => {
    const result = await ask('crowded', {}, { feature: 'value' });
    expect(result.looked.map(({ field }) => field)).toEqual(['few']);
    expect(result.notices.map(noticeText).join('\n')).toMatch('too many values: many');
  });
});
