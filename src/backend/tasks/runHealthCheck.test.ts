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

it('says only what is wrong where nothing works', async () => expect((await check({ bad })).message).toMatch(/^bad: /));

it('says that all work', async () =>
  expect((await check({ good, other: good })).message).toMatch(/^All 2 connections work\.\ngood: /));

it.each([
  ['an address that is none', { type: 'prometheus', url: 'http://[' }, /connections\.bad\.url/],
  ['a timeout that is none', { type: 'elasticsearch', url: 'http://h', timeout: '1x' }, /connections\.bad\.timeout/],
  ['a type that is none', { type: 'x' }, /connections\.bad/],
])('says of a connection with %s what is wrong, and that the other works', async (_, wrong, message) => {
  const answer = await check({ good, bad: wrong });
  expect(answer.ok).toBe(false);
  expect(answer.message).toMatch(message);
  expect(answer.message).toMatch(/1 of 2 connections failed.*Works: good: /s);
});

it('tells no folder', async () => {
  for (const text of [await check({ good, bad }), await check({ bad })].map((answer) => JSON.stringify(answer))) {
    expect(text).not.toContain(folder);
    expect(text).not.toContain('/nowhere');
  }
});

it('says what becomes of settings without a list of allowed data sources', async () => {
  const through = { type: 'prometheus', grafanaUid: 'prom-1' };
  const settings = {
    name: 'm',
    jsonData: JSON.stringify({ connections: { through } }),
    secrets: {},
    grafana: { url: 'http://g' },
  };
  const { message } = await runHealthCheck({ settings } as never, new AbortController().signal);
  expect(message).toMatch(/Note: "allowedUids" is not set/);
});
