// Speed of the tests against SciPy, Evidently, Alibi Detect and NannyML, in one run: as library calls, and as whole
// processes with their peak memory. With names of parts (library, columns, processes, histograms) only these.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { COLUMNS, driftCommand, driftFiles } from './drift.mjs';
import { median } from './lib/median.mjs';
import { peersPython } from './peers/environment.mjs';

const FOLDER = path.resolve('.cache/bench/speed');

/** Median seconds of each test by size: `{ ours, scipy, evidently }`. */
export function measureLibrary() {
  const ours = run(process.execPath, ['bench/runTypeScript.mjs', 'bench/speed/library.ts', FOLDER]);
  const peers = run(peersPython(), ['bench/peers/speed.py', FOLDER]);
  return { ours: JSON.parse(ours), ...JSON.parse(peers) };
}

/** The peers that test whole files, and the environment each lives in. */
const PEERS = { scipy: 'main', evidently: 'main', alibi: 'alibi', nannyml: 'nannyml' };
const NAMES = {
  scipy: 'pandas and SciPy',
  evidently: 'Evidently’s preset',
  alibi: 'Alibi’s KSDrift',
  nannyml: 'NannyML',
};
const ROWS = 100_000;
const WORK = `${COLUMNS} numeric columns × (${ROWS.toLocaleString('en')} + ${ROWS.toLocaleString('en')}) rows`;

/** Library calls that test every column of two samples in memory: median seconds by who; ours as verdicts and as KS alone. */
export function measureColumns() {
  const files = driftFiles(ROWS);
  const ours = run(process.execPath, ['bench/runTypeScript.mjs', 'bench/speed/columns.ts', ...files]);
  const peers = Object.entries({ ...PEERS, scipy_ks: 'main' }).map(([peer, environment]) => [
    peer,
    JSON.parse(run(peersPython(environment), ['bench/peers/columns.py', peer, ...files])),
  ]);
  return { ...JSON.parse(ours), ...Object.fromEntries(peers) };
}

/** Whole processes that read two Parquet files and test every column: seconds and megabytes of each run, in turn. */
export function measureProcesses(runs = 3) {
  const files = driftFiles(ROWS);
  const commands = {
    modelwatch: driftCommand(files),
    ...Object.fromEntries(
      Object.entries(PEERS).map(([peer, environment]) => [
        peer,
        [peersPython(environment), `bench/peers/drift_${peer}.py`, ...files],
      ])
    ),
  };
  const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let i = 0; i < runs; i++) {
    for (const [name, command] of Object.entries(commands)) {
      measured[name].push(JSON.parse(run(peersPython(), ['bench/peers/measure.py', ...command])));
    }
  }
  return measured;
}

/** Seconds of one core for the verdicts on a week of hourly histograms. */
export function measureHistograms() {
  return JSON.parse(run(process.execPath, ['bench/runTypeScript.mjs', 'bench/speed/histograms.ts']));
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

export function columnsTable({ verdicts, ks, scipy, scipy_ks: scipyKs, evidently, alibi, nannyml }) {
  const cells = (own, peers) => peers.map((seconds) => against(seconds, own));
  return [
    ...peersTable('library call', milliseconds(verdicts), cells(verdicts, [scipy, evidently, alibi, nannyml])),
    `| the same, KS alone | ${milliseconds(ks)} | ${cells(ks, [scipyKs, undefined, alibi, undefined]).join(' | ')} |`,
  ];
}

export function processTable({ modelwatch, ...peers }) {
  const seconds = (runs) => median(runs.map((one) => one.seconds));
  const memory = (runs) => `${Math.round(median(runs.map(({ megabytes }) => megabytes)))} MB`;
  const own = seconds(modelwatch);
  return peersTable(
    'whole process, from Parquet',
    `${milliseconds(own)}, ${memory(modelwatch)}`,
    Object.values(peers).map((runs) => `${against(seconds(runs), own)}, ${memory(runs)}`)
  );
}

function peersTable(what, own, cells) {
  return [
    `| ${what} | Modelwatch | ${Object.values(NAMES).join(' | ')} |`,
    '|---|---|---|---|---|---|',
    `| ${WORK} | ${own} | ${cells.join(' | ')} |`,
  ];
}

export function histogramLine({ seconds, features, buckets, windows }) {
  return `Histograms: deciding ${features} features × ${buckets} buckets × ${windows} windows: ${seconds.toFixed(2)} s on one core.`;
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

const PARTS = {
  columns: () => columnsTable(measureColumns()),
  processes: () => processTable(measureProcesses()),
  histograms: () => [histogramLine(measureHistograms())],
  library: () => libraryTable(measureLibrary()),
};

if (process.argv[1] === import.meta.filename) {
  const asked = process.argv.slice(2);
  for (const [name, lines] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) {
      process.stdout.write([...lines(), '', ''].join('\n'));
    }
  }
}
