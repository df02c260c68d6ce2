// `npm run bench:false-alarms`: simulates error rates with and without drift, and writes bench/false-alarms.md. With names
// of parts (cases, shared-values, streams, levels, power, versions, volume, performance, sequences, time, training, change, causes) only these are measured again, and the others stay as they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { machine } from './lib/machine.mjs';
import { peersPython } from './peers/environment.mjs';

const REPORT = 'bench/false-alarms.md';
const TITLES = [
  'No drift',
  'Drift in one feature',
  'Numbers that many rows share, no drift',
  'Numbers that many rows share, drift',
  'Peers side by side, no drift',
  'Peers side by side, drift',
  'Each test on its own, no drift',
  'Power: changes of the size that answers promise to detect',
  'Versions: a canary that stays, and one that stops',
  'Volume: figures of few calls',
  'Performance: days of the flights, shuffled',
  'Performance: short windows against past ones',
  'Change points: series without a change, and with one',
  'Change points: ramps, and how surely a place is given',
  'Causes: slices without an effect',
  'Versions side by side: two equal ones, looked at again and again',
  'Versions side by side: rows until it is known',
  'Drift in time: streams without drift',
  'Drift in time: windows until a step is found',
  'Drift in time: against training data without times',
];

const asked = process.argv.slice(2);
const PARTS =
  'cases shared-values streams levels power versions volume performance sequences time training change causes'.split(
    ' '
  );
const parts = asked.length > 0 ? asked : PARTS;
// Only these are compared with peers.
const needsPeers = ['cases', 'streams', 'change'].some((part) => parts.includes(part));
const pythons = Object.fromEntries(
  (needsPeers ? ['main', 'alibi', 'nannyml'] : []).map((name) => [name, peersPython(name)])
);
const { status, stdout } = spawnSync(
  process.execPath,
  [
    'bench/runTypeScript.mjs',
    'bench/false-alarms/report.ts',
    JSON.stringify(pythons),
    path.resolve('.cache/bench/false-alarms'),
    ...parts,
  ],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 }
);
if (status !== 0) {
  process.exit(status ?? 1);
}
const sections = { ...sectionsOf(existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : ''), ...JSON.parse(stdout) };
const body = TITLES.filter((title) => title in sections).flatMap((title) => [
  `## ${title}`,
  '',
  ...sections[title],
  '',
]);
writeFileSync(REPORT, [...head(), ...body].join('\n'));

/** Lines of each section of a report by title. */
function sectionsOf(markdown) {
  const [, ...found] = markdown.split(/^## /m);
  return Object.fromEntries(
    found.map((section) => {
      const [title, , ...lines] = section.trimEnd().split('\n');
      return [title, lines];
    })
  );
}

function versions() {
  const pinned = ['', '-alibi', '-nannyml'].flatMap((suffix) =>
    readFileSync(`bench/peers/requirements${suffix}.txt`, 'utf8').match(/^[\w-]+==.*$/gm)
  );
  const peers = ['scipy', 'evidently', 'alibi-detect', 'nannyml'];
  return [...new Set(pinned)].filter((line) => peers.includes(line.split('==')[0])).join(', ');
}

function head() {
  return `# How often alarms are false, and how much is found

Written by \`npm run bench:false-alarms\` on ${machine()},
with ${versions()}. Every window is drawn from a generator seeded with 1 and the name of its case, so that a run elsewhere gives the same figures for Modelwatch. Alpha is 0.05, the decision
policy the default of \`docs/statistics.md\`. Intervals are Wilson's.

- *any p ≤ alpha*, *found sure*: windows in which any feature is significant after the correction, whatever its effect.
- *alarmed*: windows with any feature at \`warning\` or \`drift\`: sure, and large enough to matter.
- *undecided*: features at \`insufficient_data\`, though a large shift would still be \`drift\`.
- *numbers that many rows share*: the tests of single values beside KS, and normed Wasserstein or KS as the effect. The rows
  of numbers under *no drift* were measured before these; their p-values did not change but for ties.
- *power*: changes drawn in the size that the answer itself promises to detect with 80% power, by test and kind of change.
- *peers*: windows with any alarm among the first windows of the same simulation: SciPy's tests at 5% without a
  correction, Evidently's default test and threshold for the data, and Kibana's data drift view. A peer that finds more
  drift has that much to be weighed against its false alarms above.
- *side by side*: a feature is logged for eighteen weeks. Eight are the baseline, and each of the ten after it is compared
  with them by everyone: Modelwatch (for the stream with a season its Mondays with the baseline's Mondays), SciPy's
  \`ks_2samp\` or \`chi2_contingency\` for each feature on its own, Evidently's default, Alibi Detect's \`KSDrift\` or
  \`ChiSquareDrift\` with Bonferroni's correction, NannyML's \`UnivariateDriftCalculator\` with its default method and
  thresholds and chunks of a week. Kibana's view is written anew in \`bench/peers/kibana.py\` from how Kibana 8 and
  Elasticsearch 8 work. Each week is a test of its own, so that at 5% two of five streams without drift alarm in some week.
  Streams are independent of one another, weeks of a stream share its baseline: intervals are of streams.
`.split('\n');
}
