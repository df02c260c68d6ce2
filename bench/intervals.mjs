// `npm run bench:intervals`: simulates how often the intervals of metrics hold the true value, and how often the gap of
// realized and estimated accuracy alarms, and writes bench/intervals.md.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';

const { status, stdout } = spawnSync(process.execPath, ['bench/runTypeScript.mjs', 'bench/intervals/report.ts'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) {
  process.exit(status ?? 1);
}
writeFileSync('bench/intervals.md', stdout);
