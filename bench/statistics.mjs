// Speed of the tests against SciPy and Evidently, in one run: as library calls, and as whole processes.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { measureDrift } from './drift.mjs';
import { median } from './lib/median.mjs';
import { peersPython } from './peers/environment.mjs';

const FOLDER = path.resolve('.cache/bench/speed');

/** Median seconds of each test by size: `{ ours, scipy, evidently }`. */
export function measureLibrary() {
  const ours = run(process.execPath, ['bench/runTypeScript.mjs', 'bench/speed/library.ts', FOLDER]);
  const peers = run(peersPython(), ['bench/peers/speed.py', FOLDER]);
  return { ours: JSON.parse(ours), ...JSON.parse(peers) };
}

/** Whole processes that read two Parquet files and test every column: seconds of each run, ours and theirs in turn. */
export function measureProcesses(runs = 5) {
  const seconds = { modelwatch: [], scipy: [], evidently: [] };
  for (let i = 0; i < runs; i++) {
    const { files, seconds: own } = measureDrift(1);
    seconds.modelwatch.push(...own);
    for (const peer of ['scipy', 'evidently']) {
      const begun = performance.now();
      run(peersPython(), [`bench/peers/drift_${peer}.py`, ...files]);
      seconds[peer].push((performance.now() - begun) / 1000);
    }
  }
  return seconds;
}

/** Markdown: one row a test and size, the peers' seconds as multiples of ours. */
export function libraryTable({ ours, scipy, evidently }) {
  const rows = Object.entries(ours).flatMap(([test, bySize]) =>
    Object.entries(bySize).map(([size, own]) => [
      `\`${test}\``,
      Number(size).toLocaleString('en'),
      milliseconds(own),
      against(scipy[test]?.[size], own),
      against(evidently[test]?.[size], own),
    ])
  );
  return [
    '| test | values a side | Modelwatch | SciPy | Evidently |',
    '|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ];
}

export function processTable({ modelwatch, ...peers }) {
  const own = median(modelwatch);
  const cells = Object.values(peers).map((seconds) => against(median(seconds), own));
  return [
    '| whole process | Modelwatch | pandas and SciPy | Evidently’s drift preset |',
    '|---|---|---|---|',
    `| 20 numeric columns × (50,000 + 50,000) rows from Parquet | ${milliseconds(own)} | ${cells.join(' | ')} |`,
  ];
}

function against(seconds, own) {
  return seconds === undefined ? '–' : `${milliseconds(seconds)} = ${Number((seconds / own).toPrecision(2))} ×`;
}

function milliseconds(seconds) {
  return `${Number((1000 * seconds).toPrecision(3))} ms`;
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (status !== 0) {
    throw new Error(`${args[0]} failed: ${stderr}`);
  }
  return stdout;
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write([...libraryTable(measureLibrary()), '', ...processTable(measureProcesses()), ''].join('\n'));
}
