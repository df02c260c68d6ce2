/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExpectations } from './expectationsFile';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-expectations-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [
    'version: 1\nfeatures:\n  age:\n    min: abc\n',
    'line 4, "features.age.min": must be a number, or a date such as "2024-06-30", and is "abc"',
  ],
  [
    'version: 1\nfeatures:\n  when:\n    max: "2024-06-31"\n',
    'line 4, "features.when.max": must be a number, or a date such as "2024-06-30", and is "2024-06-31"',
  ],
  ['version: 1\nfeatures:\n  age: { type: number }\n', 'line 3, "features.age.type": must be one of "numeric", '],
  ['features:\n  age:\n    # a remark\n    mim: 3\n', 'line 2, "features.age": has no key "mim"'],
  [
    'features:\n  x: { allowed: [a, {b: 1}] }\n',
    'line 2, "features.x.allowed.1": must be a text, and is keys with values',
  ],
])('%j: says what is wrong on which line', async (text, message) => {
  const path = join(folder, 'expectations.yaml');
  writeFileSync(path, text);
  await expect(readExpectations(path)).rejects.toThrow(message);
});
