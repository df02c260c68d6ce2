import { logFactorial } from '../special/logFactorial';
import type { SeededRandom } from './seededRandom';

const RATIO_SCALE = 2 * Math.sqrt(2 / Math.E);
const RATIO_SHIFT = 3 - 2 * Math.sqrt(3 / Math.E);
/** Below this an urn, drawn from ball by ball, is faster than rejection. */
const URN_LIMIT = 10;

/**
 * How many of `draws` items taken without replacement from `marked` + `unmarked` are marked. Whole numbers; exact at
 * every size: urn draws for small counts, otherwise ratio of uniforms (E. Stadlober, "Sampling from Poisson, binomial
 * and hypergeometric distributions: ratio of uniforms as a simple and fast alternative", 1989, algorithm HRUA).
 */
export function drawHypergeometric(marked: number, unmarked: number, draws: number, random: SeededRandom): number {
  const total = marked + unmarked;
  // Marking the drawn instead of drawing the marked gives the same law; so does counting the complement of either.
  const fewerDraws = Math.min(draws, total - draws);
  const fewerMarked = Math.min(marked, unmarked);
  const least = Math.min(fewerDraws, fewerMarked);
  const count =
    least <= URN_LIMIT
      ? urn(least, Math.max(fewerDraws, fewerMarked), total, random)
      : ratioOfUniforms(fewerMarked, total, fewerDraws, random);
  const ofMarked = marked <= unmarked ? count : fewerDraws - count;
  return draws <= total - draws ? ofMarked : marked - ofMarked;
}

function urn(draws: number, marked: number, total: number, random: SeededRandom): number {
  let left = marked;
  for (let i = 0; i < draws && left > 0; i++) {
    if (random.next() * (total - i) < left) {
      left -= 1;
    }
  }
  return marked - left;
}

/** For marked ≤ total/2 and draws ≤ total/2. */
function ratioOfUniforms(marked: number, total: number, draws: number, random: SeededRandom): number {
  const unmarked = total - marked;
  const share = marked / total;
  const centre = draws * share + 0.5;
  const variance = ((total - draws) / (total - 1)) * draws * share * (1 - share);
  const deviation = Math.sqrt(variance + 0.5);
  const width = RATIO_SCALE * deviation + RATIO_SHIFT;
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (total + 2));
  const logAtMode = logWeight(mode, marked, unmarked, draws);
  const end = Math.min(Math.min(draws, marked) + 1, Math.floor(centre + 16 * deviation));
  for (;;) {
    const u = random.next();
    const x = centre + (width * (random.next() - 0.5)) / u;
    if (!(x >= 0 && x < end)) {
      continue;
    }
    const candidate = Math.floor(x);
    const logRatio = logAtMode - logWeight(candidate, marked, unmarked, draws);
    if (u * (4 - u) - 3 <= logRatio) {
      return candidate;
    }
    if (u * (u - logRatio) < 1 && 2 * Math.log(u) <= logRatio) {
      return candidate;
    }
  }
}

/** Minus the logarithm of the probability, but for a constant. */
function logWeight(x: number, marked: number, unmarked: number, draws: number): number {
  return logFactorial(x) + logFactorial(marked - x) + logFactorial(draws - x) + logFactorial(unmarked - draws + x);
}
