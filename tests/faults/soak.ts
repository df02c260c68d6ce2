import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf, settingsOf } from './support';

const MINUTE = 60_000;
const minutes = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'mw-soak-'));
const settings = settingsOf({ files: { type: 'file', folder } });
const series: Array<{ readonly minute: number; readonly rss: number; readonly p50: number; readonly p99: number }> = [];

/** Another file each time, so that caches are filled and emptied. */
function writeRows(round: number): string {
  const rows = Array.from(
    { length: 20_000 },
    (_, row) => `${row % 2 ? 'a' : 'b'},${(row * 7919 + round) % 1000},${row % 13}`
  );
  const path = `rows-${round % 20}.csv`;
  writeFileSync(join(folder, path), `side,x,y\n${rows.join('\n')}\n`);
  return path;
}

const KINDS = ['drift', 'distribution', 'quality'];
let took: number[] = [];
let failures = 0;
const begun = Date.now();
for (let round = 0, next = MINUTE; Date.now() - begun < minutes * MINUTE; round++) {
  const path = writeRows(round);
  const current = { path, query: 'side:a' };
  const query = JSON.stringify({
    kind: KINDS[round % KINDS.length],
    current,
    baseline: { kind: 'selection', query: 'side:b' },
  });
  const start = performance.now();
  const outcome = await outcomeOf({ kind: 'query', settings, refId: 'A', query, from: 0, to: 1 });
  took.push(performance.now() - start);
  failures += 'failure' in outcome ? 1 : 0;
  if (Date.now() - begun >= next) {
    const sorted = took.sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]);
    const rss = Math.round(process.memoryUsage.rss() / 2 ** 20);
    series.push({ minute: next / MINUTE, rss, p50: at(0.5), p99: at(0.99) });
    process.stdout.write(
      `minute ${next / MINUTE}: ${sorted.length} queries, ${rss} MB, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`
    );
    took = [];
    next += MINUTE;
  }
}
rmSync(folder, { recursive: true });
const half = Math.floor(series.length / 2);
const most = (part: typeof series) => Math.max(...part.map(({ rss }) => rss));
const grows = series.length >= 4 && most(series.slice(half)) > 1.15 * most(series.slice(0, half)) + 20;
process.stdout.write(`${failures} failures; memory ${grows ? 'STILL GROWS' : 'does not grow'} in the second half\n`);
process.exit(failures > 0 || grows ? 1 : 0);
