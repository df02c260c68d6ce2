/** @jest-environment node */
import {
  chmodSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseInput, writeAside } from './writeAside';

const folder = mkdtempSync(join(tmpdir(), 'aside-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());
const at = (name: string) => join(folder, name);

test('writes and replaces a file, through a link too, and keeps its rights', async () => {
  await writeAside(at('new.json'), 'one');
  symlinkSync(at('new.json'), at('link.json'));
  chmodSync(at('new.json'), 0o640);
  await writeAside(at('link.json'), 'two');
  expect(readFileSync(at('new.json'), 'utf8')).toBe('two');
  expect(statSync(at('new.json')).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['link.json', 'new.json']);
});

test.each([
  ['write', 'ENOSPC', 'the disk is full'],
  ['sync', 'EIO', 'EIO'],
])('keeps what was there where it cannot %s', async (step, code, reason) => {
  writeFileSync(at('good.json'), 'good');
  const { open } = fs;
  jest.spyOn(fs, 'open').mockImplementation(async (...args: Parameters<typeof open>) => {
    const handle = await open(...args);
    const fail = () => Promise.reject(Object.assign(new Error(code), { code }));
    return Object.assign(handle, step === 'write' ? { writeFile: fail } : { sync: fail });
  });
  await expect(writeAside(at('good.json'), 'better')).rejects.toThrow(`good.json cannot be written: ${reason}.`);
  expect(readFileSync(at('good.json'), 'utf8')).toBe('good');
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test.each([
  ['none/out.json', 'its folder is not there'],
  ['.', 'it is a folder'],
])('says why %s cannot be written', async (name, reason) => {
  await expect(writeAside(at(name), 'x')).rejects.toThrow(reason);
});

test('refuses to write what is read, by another name too', async () => {
  writeFileSync(at('in.csv'), 'x\n1\n');
  linkSync(at('in.csv'), at('same.csv'));
  await expect(refuseInput(at('same.csv'), [at('other.csv'), at('in.csv')])).rejects.toThrow(
    'is the file that is read'
  );
  await expect(refuseInput(at('out.json'), [at('in.csv')])).resolves.toBeUndefined();
});
