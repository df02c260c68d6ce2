/** The largest distance of two empirical distribution functions, and the value where it is first reached. */
export interface LargestStep {
  /** |i·m − j·n|: the distance times n·m, a whole number. */
  readonly scaled: number;
  readonly at: number;
}

/**
 * sup |F − G| of two ascending samples, ties within and between them counted together. Comes with the areas where those
 * of the same pair were the last that were asked for; alone it takes a pass of its own, of half the areas' time.
 */
export function largestStep(a: Float64Array, b: Float64Array): LargestStep {
  return areasKept(a, b)?.largest ?? largestOf(a, b);
}

function largestOf(a: Float64Array, b: Float64Array): LargestStep {
  const n = a.length;
  const m = b.length;
  let i = 0;
  let j = 0;
  let largest = 0;
  let at = a[0];
  while (i < n && j < m) {
    const x = a[i];
    const y = b[j];
    const value = x < y ? x : y;
    if (x <= y) {
      do {
        i++;
      } while (i < n && a[i] === x);
    }
    if (y <= x) {
      do {
        j++;
      } while (j < m && b[j] === y);
    }
    const difference = i * m - j * n;
    const distance = difference < 0 ? -difference : difference;
    if (distance > largest) {
      largest = distance;
      at = value;
    }
  }
  // Beyond the end of one sample the distance only falls.
  return { scaled: largest, at: withoutNegativeZero(at) };
}

/** Areas between the least and the largest of two ascending finite samples. */
export interface StepAreas {
  /** ∫|F − G| dx: the Wasserstein-1 distance (S. Vallender, "Calculation of the Wasserstein distance between probability distributions on the line", 1974). */
  readonly absolute: number;
  /** ∫(F − G)² dx. */
  readonly squared: number;
  /** ∫ sqrt(H(1 − H)) dx with H the distribution function of both samples pooled. */
  readonly pooledDeviation: number;
  readonly largest: LargestStep;
}

interface Measured {
  readonly a: WeakRef<Float64Array>;
  readonly b: WeakRef<Float64Array>;
  readonly areas: StepAreas;
}

let latest: Measured | undefined;

function areasKept(a: Float64Array, b: Float64Array): StepAreas | undefined {
  return latest?.a.deref() === a && latest.b.deref() === b ? latest.areas : undefined;
}

/** All areas in one pass, with the largest step. A comparison asks for one after the other: those of the last pair are kept. */
export function stepAreas(a: Float64Array, b: Float64Array): StepAreas {
  let areas = areasKept(a, b);
  if (areas === undefined) {
    areas = areasOf(a, b);
    latest = { a: new WeakRef(a), b: new WeakRef(b), areas };
  }
  return areas;
}

/** The areas of distances are summed with compensation. */
function areasOf(a: Float64Array, b: Float64Array): StepAreas {
  const n = a.length;
  const m = b.length;
  const total = n + m;
  const pairs = n * m;
  let i = 0;
  let j = 0;
  let absolute = 0;
  let absoluteLost = 0;
  let squared = 0;
  let squaredLost = 0;
  let pooledDeviation = 0;
  let largest = 0;
  let at = a[0];
  let previous = Math.min(a[0], b[0]);
  while (i < n || j < m) {
    const x = i < n ? a[i] : Infinity;
    const y = j < m ? b[j] : Infinity;
    const value = x < y ? x : y;
    if (value !== previous) {
      const difference = i * m - j * n;
      const scaled = difference < 0 ? -difference : difference;
      if (scaled > largest) {
        largest = scaled;
        at = previous;
      }
      const width = value - previous;
      const distance = scaled / pairs;
      const term = distance * width;
      const next = absolute + term;
      absoluteLost += absolute >= term ? absolute - next + term : term - next + absolute;
      absolute = next;
      const squaredTerm = distance * term;
      const squaredNext = squared + squaredTerm;
      squaredLost += squared >= squaredTerm ? squared - squaredNext + squaredTerm : squaredTerm - squaredNext + squared;
      squared = squaredNext;
      const share = (i + j) / total;
      pooledDeviation += Math.sqrt(share * (1 - share)) * width;
      previous = value;
    }
    if (i < n && x <= y) {
      i++;
    } else {
      j++;
    }
  }
  return {
    absolute: absolute + absoluteLost,
    squared: squared + squaredLost,
    pooledDeviation,
    largest: { scaled: largest, at: withoutNegativeZero(at) },
  };
}

/** −0 and 0 are one value, and either may come first among their ties. */
function withoutNegativeZero(value: number): number {
  return value + 0;
}
