// `npm run bench:false-alarms`: simulates error rates with and without drift, and writes bench/false-alarms.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { machine } from './lib/machine.mjs';
import { peersPython } from './peers/environment.mjs';

const begun = performance.now();
const { status, stdout } = spawnSync(
  process.execPath,
  ['bench/runTypeScript.mjs', 'bench/false-alarms/report.ts', peersPython(), path.resolve('.cache/bench/false-alarms')],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 }
);
if (status !== 0) {
  process.exit(status ?? 1);
}
const versions = readFileSync('bench/peers/requirements.txt', 'utf8')
  .match(/^\w+==.*$/gm)
  .join(', ');
const minutes = Math.ceil((performance.now() - begun) / 60_000);
const head = `# How often alarms are false, and how much is found

Written by \`npm run bench:false-alarms\` (${minutes} minutes) on ${machine()}, with ${versions}. Every window is drawn from a
generator seeded with 1 and the name of its case, so that a run elsewhere gives the same figures for Modelwatch. Alpha is
0.05, the decision policy the default of \`docs/statistics.md\`. Intervals are Wilson's.

- *any p ≤ alpha*, *found sure*: windows in which any feature is significant after the correction, whatever its effect.
- *alarmed*: windows with any feature at \`warning\` or \`drift\`: sure, and large enough to matter.
- *undecided*: features at \`insufficient_data\`, though a large shift would still be \`drift\`.
- *peers*: windows with any alarm among the first windows of the same simulation: SciPy's tests at 5 % without a
  correction, Evidently's default test and threshold for the data, and χ² on shares in place of counts (Kibana's way with
  categories). A peer that finds more drift has that much to be weighed against its false alarms above.

`;
writeFileSync('bench/false-alarms.md', head + stdout);
