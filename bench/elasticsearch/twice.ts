import fs from 'node:fs';
import { BaselineCache } from '../../src/baseline/BaselineCache';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import { parseQuery } from '../../src/query/parseQuery';

/** Evaluates a query over a store twice, as the back end does: `twice.ts QUERY URL FROM TO`. Writes the seconds as JSON. */
const [file, url, from, to] = process.argv.slice(2);
const query = parseQuery(JSON.parse(fs.readFileSync(file, 'utf8')));
const context = {
  range: { from: Number(from), to: Number(to) },
  now: Number(to) + 7 * 86_400_000,
  connections: connectionsSchema.parse({ logs: { type: 'elasticsearch', url, timeout: '10m' } }),
  baselines: { cache: new BaselineCache(), scope: 'bench' },
};

void run();

async function run(): Promise<void> {
  const seconds: number[] = [];
  let verdicts = 0;
  for (let i = 0; i < 2; i++) {
    const begun = performance.now();
    const result = await evaluate(query, context);
    seconds.push((performance.now() - begun) / 1000);
    verdicts = 'verdicts' in result ? result.verdicts.length : 0;
    process.stderr.write(`${seconds[i].toFixed(2)} s\n`);
  }
  process.stdout.write(JSON.stringify({ seconds, verdicts }));
}
