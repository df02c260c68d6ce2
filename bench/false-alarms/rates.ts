import { FALSE_ALARM_CASES, nameOf, POWER_CASES } from './cases';
import { simulate, type Rate } from './simulate';

/** Writes the rates of the cases named to stdout, as JSON by name, from at most so many windows each. */
function main(most: number, names: readonly string[]): void {
  const rates: Record<string, Rate> = {};
  for (const simulated of [...FALSE_ALARM_CASES, ...POWER_CASES]) {
    if (names.includes(nameOf(simulated))) {
      rates[nameOf(simulated)] = simulate({ ...simulated, repetitions: Math.min(most, simulated.repetitions) });
    }
  }
  process.stdout.write(JSON.stringify(rates));
}

const [most, ...names] = process.argv.slice(2);
main(Number(most), names);
