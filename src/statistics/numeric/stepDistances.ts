/** The largest distance of two empirical distribution functions, and the value where it is first reached. */
export interface LargestStep {
  /** |i·m − j·n|: the distance times n·m, a whole number. */
  readonly scaled: number;
  readonly at: number;
}

/** sup |F − G| of two ascending samples, ties within and between them counted together. */
export function largestStep(a: Float64Array, b: Float64Array): LargestStep {
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
  return { scaled: largest, at };
}

/**
 * ∫|F − G| dx of two ascending finite samples: the Wasserstein-1 distance (S. Vallender, "Calculation of the Wasserstein
 * distance between probability distributions on the line", 1974). Summed with compensation.
 */
export function areaBetweenSteps(a: Float64Array, b: Float64Array): number {
  return areaOf(a, b, false);
}

/** ∫(F − G)² dx of two ascending finite samples. */
export function squaredAreaBetweenSteps(a: Float64Array, b: Float64Array): number {
  return areaOf(a, b, true);
}

function areaOf(a: Float64Array, b: Float64Array, squared: boolean): number {
  const n = a.length;
  const m = b.length;
  let i = 0;
  let j = 0;
  let area = 0;
  let lost = 0;
  let previous = Math.min(a[0], b[0]);
  while (i < n || j < m) {
    const x = i < n ? a[i] : Infinity;
    const y = j < m ? b[j] : Infinity;
    const value = x < y ? x : y;
    if (value !== previous) {
      const distance = Math.abs(i / n - j / m);
      const term = (squared ? distance * distance : distance) * (value - previous);
      const next = area + term;
      lost += area >= term ? area - next + term : term - next + area;
      area = next;
      previous = value;
    }
    if (x <= y) {
      i++;
    } else {
      j++;
    }
  }
  return area + lost;
}

/** ∫ sqrt(H(1 − H)) dx with H the distribution function of both ascending finite samples pooled. */
export function areaOfPooledDeviation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const m = b.length;
  const total = n + m;
  let i = 0;
  let j = 0;
  let area = 0;
  let previous = Math.min(a[0], b[0]);
  while (i < n || j < m) {
    const x = i < n ? a[i] : Infinity;
    const y = j < m ? b[j] : Infinity;
    const value = x < y ? x : y;
    if (value !== previous) {
      const share = (i + j) / total;
      area += Math.sqrt(share * (1 - share)) * (value - previous);
      previous = value;
    }
    if (x <= y) {
      i++;
    } else {
      j++;
    }
  }
  return area;
}
