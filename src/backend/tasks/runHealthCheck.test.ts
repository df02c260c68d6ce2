/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHealthCheck } from './runHealthCheck';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-health-'));
writeFileSync(join(folder, 'log.csv'), 'a\n1\n');
afterAll(() => rmSync(folder, { recursive: true }));

const check = (connections: object) => {
  const settings = { name: 'models', jsonData: JSON.stringify({ version: 1, connections }), secrets: {} };
  return runHealthCheck({ settings } as never, new AbortController().signal);
};
const good = { type: 'file', folder };
const bad = { type: 'file', folder: '/nowhere/at/all' };

it('names what fails first, and what works beside it', async () => {
  const { ok, message } = await check({ good, bad });
  expect(ok).toBe(false);
  expect(message.split('\n')).toEqual([
    '1 of 2 connections failed.',
    expect.stringMatching(/^bad: /),
    expect.stringMatching(/^Works: good: /),
  ]);
});

it('says only what is wrong where nothing works', async () =>
  expect((await check({ bad })).message).toMatch(/^bad: /));

it('says that all work', async () =>
  expect((await check({ good, other: good })).message).toMatch(/^All 2 connections work\.\ngood: /));
