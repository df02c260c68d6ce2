import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { FALSE_ALARM_CASES, POWER_CASES } from './cases';
import { percent, row, share } from './markdown';
import { simulate, type Case, type Rate } from './simulate';
import { writingTo } from './writingTo';

/** Counts of alarmed windows by method, of the first windows of a case. */
interface PeerRates {
  readonly windows: number;
  readonly alarmed: Readonly<Record<string, number>>;
}

/** Simulates every case, and asks the peers about the same windows: Markdown by title. */
export function caseSections(python: string, folder: string): Record<string, string[]> {
  const cases = [...FALSE_ALARM_CASES, ...POWER_CASES];
  const rates = cases.map((simulated, i) => simulateInto(path.join(folder, `${i}.bin`), simulated));
  const peers = askPeers(python, folder, cases);
  const alarms = FALSE_ALARM_CASES.length;
  return {
    'No drift': table(cases.slice(0, alarms), rates.slice(0, alarms), peers.slice(0, alarms), 'any p ≤ alpha'),
    'Drift in one feature': table(cases.slice(alarms), rates.slice(alarms), peers.slice(alarms), 'found sure'),
  };
}

function simulateInto(file: string, simulated: Case): Rate {
  const begun = performance.now();
  const rate = writingTo(file, (write) => {
    let left = simulated.shared ?? 0;
    return simulate(simulated, (values) => {
      if (left-- > 0) {
        write(values);
      }
    });
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stderr.write(
    `${simulated.name} ${simulated.baseline}/${simulated.current} x${simulated.features}: ${seconds} s\n`
  );
  return rate;
}

function askPeers(python: string, folder: string, cases: readonly Case[]): Array<PeerRates | null> {
  const asked = cases.flatMap(({ population, baseline, current, features, shared }, i) =>
    shared ? [{ file: path.join(folder, `${i}.bin`), type: population.type, baseline, current, features }] : []
  );
  const { status, stdout } = spawnSync(python, ['bench/peers/false_alarms.py'], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    throw new Error('the peers failed');
  }
  const answers = JSON.parse(stdout) as PeerRates[];
  return cases.map(({ shared }) => (shared ? (answers.shift() ?? null) : null));
}

function table(
  cases: readonly Case[],
  rates: readonly Rate[],
  peers: ReadonlyArray<PeerRates | null>,
  sure: string
): string[] {
  return [
    `| case | baseline | current | features | windows | ${sure} (95 % interval) | alarmed (95 % interval) | undecided | peers, same windows |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...cases.map(({ name, baseline, current, features }, i) =>
      row([
        name,
        baseline,
        current,
        features,
        rates[i].repetitions,
        share(rates[i].significant, rates[i].repetitions),
        share(rates[i].alarmed, rates[i].repetitions),
        percent(rates[i].undecided),
        peerCell(peers[i]),
      ])
    ),
  ];
}

function peerCell(rates: PeerRates | null): string {
  return rates === null
    ? '–'
    : Object.entries(rates.alarmed)
        .map(([method, count]) => `${method} ${percent(count / rates.windows)}`)
        .join('; ')
        .concat(` (of ${rates.windows})`);
}
