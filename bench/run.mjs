// `npm run bench`: the figures of bench/README.md, as Markdown on stdout. Run it on a machine that does nothing else.
import fs from 'node:fs';
import process from 'node:process';
import { measureDrift } from './drift.mjs';
import { executable } from './lib/executable.mjs';
import { machine } from './lib/machine.mjs';
import { spread } from './lib/median.mjs';
import { measureStart } from './start.mjs';

if (!fs.existsSync(executable())) {
  process.stderr.write('There is no executable yet: run `npm run build` first.\n');
  process.exit(2);
}

const start = await measureStart();
const drift = measureDrift();
process.stdout.write(
  [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}; median (smallest to largest) of 7 runs.`,
    '',
    '| what | figure | aim |',
    '|---|---|---|',
    `| start of the executable to its first good health check | ${spread(start.milliseconds, 'ms')} | 150 ms |`,
    `| resident memory, idle after that | ${spread(start.megabytes, 'MB')} | 80 MB |`,
    `| \`modelwatch drift\`, 20 numeric columns × (50,000 + 50,000) rows from Parquet, whole process | ${spread(drift.seconds, 's')} | – |`,
    '',
  ].join('\n')
);
