/** @jest-environment node */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTask } from '../tasks/runTask';
import { foldersOf } from './foldersOf';
import { withSecretsHidden } from './withSecretsHidden';

const place = realpathSync(mkdtempSync(join(tmpdir(), 'mw-folders-')));
afterAll(() => rmSync(place, { recursive: true }));

it('names folders as they are written and as they are resolved, without a look at any', () => {
  const connections = {
    a: { folder: '/srv/nowhere/' },
    b: { folder: 'data', tls: { caFile: '/etc/ca.pem' } },
    c: null,
  };
  expect(foldersOf({ jsonData: JSON.stringify({ connections, profiles: '/srv/profiles' }) })).toEqual(
    expect.arrayContaining(['/srv/nowhere', join(process.cwd(), 'data'), '/etc/ca.pem', '/srv/profiles'])
  );
});

it.each(['gone.csv', 'garbage.parquet', 'empty.csv', 'folder.csv', '../out.csv', 'link.csv'])(
  'where a folder is a link, an error about %s names neither end',
  async (path) => {
    const target = mkdtempSync(join(place, 'target-'));
    writeFileSync(join(target, 'garbage.parquet'), 'PAR1 no PAR1');
    writeFileSync(join(target, 'empty.csv'), '');
    mkdirSync(join(target, 'folder.csv'));
    symlinkSync('/nowhere/else.csv', join(target, 'link.csv'));
    const link = `${target}-link`;
    symlinkSync(target, link);
    const jsonData = JSON.stringify({ connections: { files: { type: 'file', folder: link } } });
    const settings = { organization: 1, uid: 'u', name: 'n', lastUpdated: 0, secrets: {}, jsonData };
    const query = JSON.stringify({ kind: 'quality', current: { path }, baseline: { kind: 'selection', path } });
    const context = { signal: new AbortController().signal, log: jest.fn() };
    const asked = withSecretsHidden(runTask)(
      { kind: 'query', settings, refId: 'A', query, from: 0, to: 1 },
      context
    ).then(JSON.stringify, String);
    expect(await asked).not.toContain(place);
    expect(await asked).toMatch(/Error|Failed|csv|parquet/);
  }
);
