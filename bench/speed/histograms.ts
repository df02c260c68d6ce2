import type { Histogram } from '../../src/distribution/Distribution';
import { countsOf } from '../../src/distribution/valueCounts';
import { decisionSchema } from '../../src/query/decision';
import { drawNormal } from '../../src/statistics/random/drawNormal';
import { seededRandom } from '../../src/statistics/random/seededRandom';
import { decideWindow } from '../../src/verdict/decideWindow';

const FEATURES = 1000;
const BUCKETS = 200;
const WINDOWS = 168;
const VALUES = 2000;
/** Different current histograms of either kind, drawn from. */
const POOL = 500;
/** Normal values fall into the middle four fifths of the buckets, a handful into the last ones. */
const REACH = 4;

/**
 * Decides a week of hourly windows of histograms against one baseline each: seconds of processor time on one core, as
 * JSON on stdout. One feature in ten drifts.
 */
function main(): void {
  const random = seededRandom(1, 'histograms');
  const edges = Float64Array.from({ length: BUCKETS + 1 }, (_, i) => REACH * ((2 * i) / BUCKETS - 1));
  const baselines = Array.from({ length: FEATURES }, () => histogram(edges, 0, random));
  const [same, moved] = [0, 0.3].map((shift) => Array.from({ length: POOL }, () => histogram(edges, shift, random)));
  const decision = decisionSchema.parse({});
  let drifted = 0;
  let seconds = 0;
  for (let window = 0; window < WINDOWS; window++) {
    const comparisons = baselines.map((baseline, i) => ({
      feature: `f${i}`,
      type: 'numeric' as const,
      segment: {},
      baseline,
      // A copy, so that nothing that is remembered of a distribution helps.
      current: { ...(i % 10 === 0 ? moved : same)[random.below(POOL)] },
    }));
    const before = process.cpuUsage();
    const verdicts = decideWindow(comparisons, 'auto', decision);
    const { user, system } = process.cpuUsage(before);
    seconds += (user + system) / 1e6;
    drifted += verdicts.filter(({ verdict }) => verdict === 'drift').length;
  }
  process.stdout.write(JSON.stringify({ seconds, drifted, features: FEATURES, buckets: BUCKETS, windows: WINDOWS }));
}

function histogram(edges: Float64Array, shift: number, random: ReturnType<typeof seededRandom>): Histogram {
  const bins = new Float64Array(BUCKETS);
  for (let i = 0; i < VALUES; i++) {
    const bucket = Math.floor((BUCKETS * (drawNormal(random) + shift + REACH)) / (2 * REACH));
    bins[Math.min(BUCKETS - 1, Math.max(0, bucket))]++;
  }
  return { kind: 'histogram', counts: countsOf(VALUES), edges, bins, closed: 'right', guarantee: 'exact' };
}

main();
