/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Hang, watchBlocking } from '../blocking';
import { OpenFile } from './OpenFile';
import { resolveFile } from './resolveFile';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mw-open-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('tells whoever watches of each piece that it reads, so that a read that hangs is seen', async () => {
  const size = 2.5 * 2 ** 20;
  fs.writeFileSync(path.join(folder, 'a.csv'), Buffer.alloc(size, 'x'));
  const file = new OpenFile(await resolveFile(folder, 'a.csv'));
  await file.read(0, 1);
  const told: Array<Hang | 'end'> = [];
  watchBlocking({ begin: (hang) => told.push(hang), end: () => told.push('end') });
  const bytes = await file.read(0);
  watchBlocking({ begin: () => undefined, end: () => undefined });
  await file.close();
  expect(bytes.byteLength).toBe(size);
  expect(told).toEqual(['file', 'end', 'file', 'end', 'file', 'end']);
});
