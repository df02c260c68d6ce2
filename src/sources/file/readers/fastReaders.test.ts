/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { OddTimes } from '../columns/TimeBuilder';
import { OpenFile } from '../OpenFile';
import { resolveFile } from '../resolveFile';
import type { RowScan, Scanned, ScanOptions } from './RowScan';
import { scanDelimitedText } from './scanDelimited';
import { scanDelimitedBytes } from './scanDelimitedBytes';
import { scanNdjsonText } from './scanNdjson';
import { scanNdjsonBytes } from './scanNdjsonBytes';

jest.setTimeout(60_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-fast-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

type Read = (...request: Parameters<RowScan>) => Promise<Scanned | null>;

async function outcome(read: Read, name: string, ...request: [Parameters<RowScan>[1], ScanOptions?]): Promise<unknown> {
  const file = new OpenFile(await resolveFile(folder, name));
  try {
    const scanned = await read(file, ...request);
    return (
      scanned && {
        ...scanned,
        columns: [...scanned.columns].sort(([a], [b]) => (a < b ? -1 : 1)),
        notices: scanned.notices ?? [],
      }
    );
  } catch (error) {
    // Which of several columns is found out first does not matter.
    return error instanceof OddTimes ? 'odd times' : (error as Error).message;
  } finally {
    await file.close();
  }
}

/** Both readings of a file; the fast one may leave it to the other. Returns whether it did not. */
async function compare(name: string, content: string | Buffer, fast: Read, slow: Read): Promise<boolean> {
  fs.writeFileSync(path.join(folder, name), content);
  const quick = await outcome(fast, name, 'all');
  const expected = await outcome(slow, name, 'all');
  if (quick === null) {
    return false;
  }
  expect(quick).toEqual(expected);
  const some = [
    { name: 'b', text: true },
    { name: 'd', text: false },
    { name: 'nowhere', text: false },
  ];
  // What it takes whole, it may still leave to the other where only some columns are asked for.
  const agree = async (...request: [Parameters<RowScan>[1], ScanOptions?]) => {
    const part = await outcome(fast, name, ...request);
    if (part !== null) {
      expect(part).toEqual(await outcome(slow, name, ...request));
    }
  };
  await agree(some);
  const timed = [...some, { name: 'c', text: false, times: true }];
  const within = { timeField: 'c', range: { from: Date.UTC(2000, 0), to: Date.UTC(2060, 0) } };
  await agree(timed, { within });
  return true;
}

const number = fc.oneof(
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom(
    '0',
    '-0',
    '007',
    '1.50',
    '1e5',
    'NaN',
    'inf',
    'NA',
    '-',
    '',
    ' 3 ',
    '12,5',
    '9007199254740993',
    '0.1',
    '+1'
  )
);
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('a', 'b', 'true', 'false', 'é', '', ' a ', 'say "hi"', 'x\ny', 'NULL')
);
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });
const time = fc.oneof(
  { weight: 8, arbitrary: date.map((one) => one.toISOString()) },
  { weight: 2, arbitrary: date.map((one) => one.toISOString().slice(0, 10)) },
  { weight: 2, arbitrary: date.map((one) => `${one.toISOString().slice(0, 19).replace('T', ' ')}+02:00`) },
  fc.constantFrom('', 'NA', ' ')
);

describe('the fast reader of delimited text', () => {
  it('reads random tables exactly as the slow one', async () => {
    const row = fc.tuple(number, text, time, fc.oneof(number, text));
    const table = fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 40 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      always: fc.boolean(),
      last: fc.boolean(),
      mark: fc.constantFrom('', '\ufeff', 'sep=,\n'),
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, delimiter, end, always, last, mark }) => {
        const write = (cell: string) =>
          always || /[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        const lines = [['a', 'b', 'c', 'd'], ...rows].map((cells) => cells.map(write).join(delimiter));
        const content = mark + lines.join(end) + (last ? end : '');
        taken += Number(await compare('table.csv', content, scanDelimitedBytes, scanDelimitedText));
      }),
      { numRuns: 150, seed: 1 }
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('reads long columns of numbers, codes and words alike, through every change of mind', async () => {
    const lines = Array.from({ length: 9_000 }, (_, i) =>
      [
        i * 1.25,
        i < 6_000 ? i : `word ${i % 7}`,
        `0${i}`,
        i % 3000 === 2999 ? 'NA' : i,
        new Date(i * 1e7).toISOString(),
      ].join(',')
    );
    const content = ['a,b,c,d,e', ...lines, ''].join('\n');
    expect(await compare('long.csv', content, scanDelimitedBytes, scanDelimitedText)).toBe(true);
  });

  it.each([
    ['a row of other cells', 'a,b\n1,2\n1,2,3\n'],
    ['a quote that does not end', 'a,b\n1,"2\n'],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xff]), Buffer.from('\n')])],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le')],
    ['a file without rows', '\n\n'],
  ])('leaves to the slow one %s', async (_, content) => {
    expect(await compare('odd.csv', content, scanDelimitedBytes, scanDelimitedText)).toBe(false);
  });
});

describe('the fast reader of newline-delimited JSON', () => {
  it('reads random lines exactly as the slow one', async () => {
    const cell = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      text,
      time,
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.integer(), text), { maxKeys: 2 })
    );
    const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'd.x', 'é', 'e\u0301'), cell, { maxKeys: 5 });
    const odd = fc.constantFrom(
      '{"a":NaN}',
      '{"a":1,"a":2}',
      '{"b":9007199254740993}',
      '{"a":-0}',
      '',
      '   ',
      '{"a":1e400}',
      '[1]',
      '{"a":'
    );
    const file = fc.record({
      lines: fc.array(
        fc.oneof({ weight: 12, arbitrary: object.map((one) => JSON.stringify(one)) }, { weight: 1, arbitrary: odd }),
        { maxLength: 30 }
      ),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      last: fc.boolean(),
      mark: fc.constantFrom('', '\ufeff'),
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(file, async ({ lines, end, last, mark }) => {
        // An empty file is refused before it is read.
        const content = mark + lines.join(end) + (last ? end : '') || ' ';
        taken += Number(await compare('lines.ndjson', content, scanNdjsonBytes, scanNdjsonText));
      }),
      { numRuns: 300, seed: 2 }
    );
    expect(taken).toBeGreaterThan(150);
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')])],
    ['lines that end with carriage returns', '{"a":1}\r{"a":2}\r'],
    ['one list', ' [{"a":1}]'],
  ])('leaves to the slow one %s', async (_, content) => {
    expect(await compare('odd.ndjson', content, scanNdjsonBytes, scanNdjsonText)).toBe(false);
  });
});
