import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { globSync } from 'glob';
import { parse } from 'yaml';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const files = globSync('.github/workflows/*.yml', { cwd: ROOT });

interface Job {
  readonly uses?: string;
  readonly needs?: string | string[];
  readonly steps?: Array<{ readonly uses?: string; readonly run?: string }>;
}
const jobsOf = (file: string) => (parse(read(file)) as { jobs: Record<string, Job> }).jobs;

it.each(files)('%s runs only actions of a commit, with the version beside it', (file) => {
  const used = [...read(file).matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  used
    .filter((action) => !action.startsWith('./'))
    .forEach((action) => expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/));
});

it.each(files)('%s installs no program as "latest"', (file) => {
  expect(read(file)).not.toMatch(/@latest\b/);
});

it('a release waits for all tests, and for executables that start', () => {
  const { test, build, start, publish } = jobsOf('.github/workflows/release.yml');
  expect(test.uses).toBe('./.github/workflows/ci.yml');
  expect(publish.needs).toEqual(['test', 'build', 'start']);
  expect(start.needs).toBe('build');
  expect(build.steps?.some(({ run }) => run?.includes('sha256sum'))).toBe(true);
});

describe('the notes of a release', () => {
  const script = path.join(ROOT, 'scripts/releaseNotes.mjs');
  const { version } = JSON.parse(read('package.json')) as { version: string };

  it("are the changelog's section on its version", () => {
    const notes = execFileSync(process.execPath, [script, version], { encoding: 'utf8' });
    expect(notes.trim().length).toBeGreaterThan(100);
    expect(notes).not.toMatch(/^## /m);
    expect(read('CHANGELOG.md')).toContain(notes.trim());
  });

  it('are an error where there is none', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '99.0.0'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('no section "## 99.0.0"')]);
  });
});
