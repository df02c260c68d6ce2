import { decisionSchema } from '../../src/query/decision';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';
import { normal } from './populations';

/** A month of hourly windows of one feature that does not drift, against one baseline. */
const LOOKS = 720;
const BASELINE = 20_000;
const CURRENT = 2000;

/** Writes in how many windows the p-value is at most alpha, and in how many there is an alarm, to stdout as JSON. */
function main(): void {
  const population = normal();
  const random = seededRandom(1, 'hourly looks');
  const decision = decisionSchema.parse({});
  const baseline = population.summarize(population.draw(BASELINE, random, false));
  let [significant, alarmed] = [0, 0];
  for (let look = 0; look < LOOKS; look++) {
    const current = population.summarize(population.draw(CURRENT, random, false));
    const comparison = { feature: 'x', type: population.type, segment: {}, baseline, current };
    const [{ pAdjusted, severity }] = decideWindow([comparison], 'auto', decision);
    significant += pAdjusted !== null && pAdjusted <= decision.alpha ? 1 : 0;
    alarmed += (severity ?? 0) > 0 ? 1 : 0;
  }
  process.stdout.write(JSON.stringify({ looks: LOOKS, significant, alarmed }));
}

main();
