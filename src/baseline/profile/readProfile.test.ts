/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProfile } from './readProfile';

const folder = mkdtempSync(join(tmpdir(), 'mw-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ['a folder', (path: string) => mkdirSync(path)],
])('%s is no profile, and is not waited for', async (name, make) => {
  make(join(folder, `${name}.json`));
  await expect(readProfile(folder, name)).rejects.toMatchObject({
    message: expect.stringContaining('is not a regular file'),
    options: { status: 422 },
  });
});
