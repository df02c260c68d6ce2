/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import type { HealthAnswer, QueryAnswer, ResourceAnswer, Task } from './Task';
import { runTask } from './runTask';
import { evaluate } from '../../evaluate/evaluate';

jest.mock('../../evaluate/evaluate', () => {
  const actual = jest.requireActual<{ readonly evaluate: typeof evaluate }>('../../evaluate/evaluate');
  return { ...actual, evaluate: jest.fn(actual.evaluate) };
});

const folder = mkdtempSync(join(tmpdir(), 'mw-'));
const other = mkdtempSync(join(tmpdir(), 'mw-'));
const rows = Array.from(
  { length: 200 },
  (_, row) => `${row < 100 ? 'old' : 'new'},${(row % 100) + (row < 100 ? 0 : 50)}`
);
writeFileSync(join(folder, 'data.csv'), `side,x\n${rows.join('\n')}\n`);

afterAll(() => [folder, other].forEach((path) => rmSync(path, { recursive: true })));

const settings = {
  organization: 1,
  uid: 'u',
  name: 'Modelwatch',
  lastUpdated: 0,
  jsonData: JSON.stringify({
    connections: { files: { type: 'file', folder }, other: { type: 'file', folder: other } },
    defaultConnection: 'files',
  }),
  secrets: {},
};

const query = {
  kind: 'drift',
  current: { path: 'data.csv', query: 'side:new', features: [{ name: 'x' }] },
  baseline: { kind: 'selection', query: 'side:old' },
};

async function run(task: Omit<Extract<Task, { kind: 'query' }>, 'settings'> | { kind: 'health' }): Promise<unknown>;
async function run(task: {
  kind: 'resource';
  path: string;
  method: string;
  url: string;
  body: string;
}): Promise<unknown>;
async function run(task: object): Promise<unknown> {
  const context = { signal: new AbortController().signal, log: jest.fn() };
  return (await runTask({ ...task, settings } as Task, context)).answer;
}

function ask(method: string, url: string, body: unknown = '') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const task = { kind: 'resource', path: url.split('?')[0], method, url, body: text } as const;
  return run(task).then((answer) => {
    const { status, body: answered } = answer as ResourceAnswer;
    return { status, answer: JSON.parse(answered) };
  });
}

describe('runTask', () => {
  it('evaluates a query over the default connection, and moves its frames', async () => {
    const task = { kind: 'query', settings, refId: 'B', query: JSON.stringify(query), from: 0, to: 1 } as const;
    const { answer, buffers } = await runTask(task, { signal: new AbortController().signal, log: jest.fn() });
    const { frames } = answer as QueryAnswer;
    expect(buffers).toEqual(frames.map(({ buffer }) => buffer));
    const table = tableFromIPC(frames[0]);
    expect(table.schema.metadata.get('refId')).toBe('B');
    expect(table.getChild('feature')?.get(0)).toBe('x');
    expect(table.getChild('verdict')?.get(0)).toBe('drift');
  });

  it.each([
    ['a table', {}],
    ['annotations', { format: 'annotations' }],
    ['a distribution', { kind: 'distribution' }],
  ])('answers a rule with a number for each feature, where %s was asked', async (_, keys) => {
    const asked = JSON.stringify({ ...query, ...keys });
    const task = { kind: 'query', refId: 'A', query: asked, from: 0, to: 1, forAlert: true } as const;
    const { frames, verdicts } = (await run(task)) as QueryAnswer;
    expect(frames).toHaveLength(1);
    const { fields } = tableFromIPC(frames[0]).schema;
    expect(fields).toHaveLength(1);
    expect(tableFromIPC(frames[0]).getChildAt(0)?.get(0)).toBe(2);
    expect(verdicts).toMatchObject({ kind: 'drift' });
  });

  it('tells the windows of a query, the values of a column, and why a store cannot count', async () => {
    const windows = await ask('POST', 'windows', { query, from: 0, to: 1 });
    expect(windows).toEqual({
      status: 200,
      answer: { current: [null], baseline: [null], description: 'all of data.csv where side:old' },
    });
    const previous = { ...query, baseline: { kind: 'previous', offset: '1d' } };
    expect(await ask('POST', 'windows', { query: previous, from: 0, to: 1 })).toMatchObject({
      status: 400,
      answer: { message: expect.stringContaining('needs a "timeField"') },
    });
    const values = await ask('POST', 'values', { selection: { path: 'data.csv' }, field: 'side' });
    expect(values.answer.values.sort()).toEqual(['new', 'old']);
    const quality = { kind: 'quality', current: query.current, baseline: query.baseline };
    const learnt = await ask('POST', 'expectations', { query: quality, from: 0, to: 1 });
    expect(learnt.answer.features).toEqual({ x: { type: 'numeric', unique: true, maxMissingRate: 0 } });
    expect(await ask('POST', 'expectations', { query, from: 0, to: 1 })).toMatchObject({
      status: 400,
      answer: { message: expect.stringContaining('the kind "quality"') },
    });
    const plan = await ask('POST', 'plan', { query, from: 0, to: 1 });
    expect(plan.answer.plans.current).toMatchObject({ requests: 1 });
  });

  it('fails what is no query, and what nobody waits for any more', async () => {
    const base = { kind: 'query', refId: 'A', from: 0, to: 1 } as const;
    await expect(run({ ...base, query: '{' })).rejects.toThrow('The query is not JSON');
    await expect(run({ ...base, query: '{"kind":"drift"}' })).rejects.toThrow('The query is not valid');
    const context = { signal: AbortSignal.abort(), log: jest.fn() };
    await expect(runTask({ ...base, settings, query: JSON.stringify(query) }, context)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('answers a panel of settled windows again from memory, until the data, the settings or the question change', async () => {
    const path = join(folder, 'panel.csv');
    const asked = { ...query, current: { ...query.current, path: 'panel.csv' } };
    const ask = async (keys: object = {}, changed = settings) => {
      const task = { kind: 'query', refId: 'A', from: 0, to: 1, query: JSON.stringify({ ...asked, ...keys }) };
      const context = { signal: new AbortController().signal, log: jest.fn() };
      return (await runTask({ ...task, settings: changed } as Task, context)) as {
        answer: QueryAnswer;
        buffers: ArrayBuffer[];
      };
    };
    const verdictOf = ({ answer }: { answer: QueryAnswer }) =>
      tableFromIPC(answer.frames[0]).getChild('verdict')?.get(0);
    writeFileSync(path, `side,x\n${rows.join('\n')}\n`);
    const evaluations = jest.mocked(evaluate).mockClear();
    const first = await ask();
    expect(verdictOf(first)).toBe('drift');
    // As when they are handed to the main thread.
    first.buffers.forEach((buffer) => structuredClone(buffer, { transfer: [buffer] }));
    const again = await ask();
    expect(verdictOf(again)).toBe('drift');
    again.buffers.forEach((buffer) => structuredClone(buffer, { transfer: [buffer] }));
    expect(verdictOf(await ask())).toBe('drift');
    expect(evaluations).toHaveBeenCalledTimes(1);
    await ask({ detail: true });
    await ask({}, { ...settings, lastUpdated: 1 });
    await ask({}, { ...settings, organization: 2 });
    expect(evaluations).toHaveBeenCalledTimes(4);
    writeFileSync(path, `side,x\n${rows.map((row) => row.replace(/,.*/, ',1')).join('\n')}\n`);
    expect(verdictOf(await ask())).not.toBe('drift');
    rmSync(path);
  });

  it('evaluates once what a rule asks for several numbers, for the same stretch of time and settings', async () => {
    const path = join(folder, 'rule.csv');
    const asked = { ...query, format: 'alert', current: { ...query.current, path: 'rule.csv' } };
    const ask = async (refId: string, keys: object, to = 1, lastUpdated = 0) => {
      const task = {
        ...{ kind: 'query', refId, from: 0, to, query: JSON.stringify({ ...asked, ...keys }) },
        settings: { ...settings, lastUpdated },
      } as const;
      const { answer } = await runTask(task as Task, { signal: new AbortController().signal, log: jest.fn() });
      return answer as QueryAnswer;
    };
    writeFileSync(path, `side,x\n${rows.join('\n')}\n`);
    const { frames, verdicts } = await ask('drift', {});
    expect(tableFromIPC(frames[0]).getChild('severity')?.get(0)).toBe(2);
    expect(verdicts).toEqual({
      kind: 'drift',
      queryHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      severities: { alarm: 1, warning: 0, normal: 0, undecided: 0 },
    });
    rmSync(path);
    const details = tableFromIPC((await ask('details', { alertValue: 'details' })).frames[0]);
    expect(details.schema.metadata.get('refId')).toBe('details');
    expect(details.schema.fields[0].metadata.get('labels')).toContain('"verdict":"drift"');
    await expect(ask('drift', {}, 2)).rejects.toThrow('rule.csv');
    await expect(ask('drift', {}, 1, 1)).rejects.toThrow('rule.csv');
    await expect(ask('drift', { decision: { alpha: 0.01 } })).rejects.toThrow('rule.csv');
  });

  it('evaluates a rule again where the store warned that its answer is not everything', async () => {
    const actual = jest.requireActual<{ readonly evaluate: typeof evaluate }>('../../evaluate/evaluate');
    const evaluations = jest.mocked(evaluate).mockClear();
    evaluations.mockImplementationOnce(async (...asked) => ({ ...(await actual.evaluate(...asked)), warned: true }));
    const asked = JSON.stringify({ ...query, format: 'alert' });
    for (let i = 0; i < 3; i++) {
      await run({ kind: 'query', refId: 'A', query: asked, from: 0, to: 3 });
    }
    expect(evaluations).toHaveBeenCalledTimes(2);
  });

  it('checks every connection', async () => {
    const { ok, message, details } = (await run({ kind: 'health' })) as HealthAnswer;
    expect(ok).toBe(true);
    expect(message).toContain('All 2 connections work');
    expect(JSON.parse(details).connections.map(({ name }: { name: string }) => name)).toEqual(['files', 'other']);
  });

  it('lists connections without where they lead to', async () => {
    expect(await ask('GET', 'datasources?type=prometheus')).toEqual({
      status: 400,
      answer: { message: expect.stringMatching(/may not call Grafana/) },
    });
    expect(await ask('GET', 'connections')).toEqual({
      status: 200,
      answer: {
        connections: [
          { name: 'files', type: 'file' },
          { name: 'other', type: 'file' },
        ],
        registries: [],
        defaultConnection: 'files',
      },
    });
  });

  it('lists the files of the default connection, or of the one that is named', async () => {
    expect(await ask('GET', 'files')).toEqual({ status: 200, answer: { files: ['data.csv'] } });
    expect(await ask('GET', 'files?connection=other')).toEqual({ status: 200, answer: { files: [] } });
  });

  it('describes the fields of a selection', async () => {
    const { status, answer } = await ask('POST', '/features/', { selection: { path: 'data.csv' } });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ fields: [{ name: 'side' }, { name: 'x', type: 'numeric' }], timeBounds: null });
  });

  it('explains what a query would ask, without asking it', async () => {
    const { status, answer } = await ask('POST', 'plan', { query });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ windows: 1, features: [{ name: 'x', type: 'numeric' }] });
  });

  it.each([
    ['GET', 'nothing', '', 404, 'no resource "nothing"'],
    ['PUT', 'plan', '', 405, 'answers POST, not PUT'],
    ['POST', 'plan', '{', 400, 'is not JSON'],
    ['POST', 'plan', '[]', 400, 'is not an object'],
    ['POST', 'features', { selection: { path: 'x.csv' } }, 404, 'x.csv'],
    ['POST', 'features', { selection: { path: 'data.csv' }, from: 1 }, 400, '"from" and "to"'],
    ['POST', 'features', { selection: 7 }, 400, '"selection"'],
  ])('refuses %s %s %j', async (method, url, body, status, message) => {
    const refused = await ask(method, url, body);
    expect(refused.status).toBe(status);
    expect(refused.answer.message).toContain(message);
  });
});
