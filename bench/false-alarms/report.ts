import { FALSE_ALARM_CASES, POWER_CASES } from './cases';
import { simulate, type Case, type Rate } from './simulate';
import { wilsonInterval } from './wilsonInterval';

/** Simulates every case and writes two Markdown tables to stdout. */
function main(): void {
  const lines = ['## No drift', '', ...header('any p ≤ alpha', 'any alarm'), ...FALSE_ALARM_CASES.map(falseAlarmRow)];
  lines.push(
    '',
    '## Drift in one feature',
    '',
    ...header('found sure', 'alarmed'),
    ...POWER_CASES.map(falseAlarmRow),
    ''
  );
  process.stdout.write(lines.join('\n'));
}

function header(first: string, second: string): string[] {
  return [
    `| case | baseline | current | features | windows | ${first} (95 % interval) | ${second} (95 % interval) | undecided |`,
    '|---|---|---|---|---|---|---|---|',
  ];
}

function falseAlarmRow(simulated: Case): string {
  const rate = simulate(simulated);
  process.stderr.write(
    `${simulated.name} ${simulated.baseline}/${simulated.current} x${simulated.features}: ${rate.alarmed}\n`
  );
  const cells = [
    simulated.name,
    simulated.baseline,
    simulated.current,
    simulated.features,
    rate.repetitions,
    share(rate.significant, rate),
    share(rate.alarmed, rate),
    percent(rate.undecided),
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(count: number, { repetitions }: Rate): string {
  const [low, high] = wilsonInterval(count, repetitions);
  return `${percent(count / repetitions)} (${percent(low)} to ${percent(high)})`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

main();
