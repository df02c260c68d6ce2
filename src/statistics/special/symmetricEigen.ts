/**
 * Eigenvalues and eigenvectors (as columns) of a small symmetric matrix by Jacobi's rotations (G. Golub and C. Van Loan,
 * "Matrix Computations", 4th ed. 2013, section 8.5). In no particular order.
 */
export function symmetricEigen(matrix: ReadonlyArray<readonly number[]>): { values: number[]; vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_row, j) => (i === j ? 1 : 0)));
  const scale = Math.max(...a.map((row, i) => Math.abs(row[i])));
  for (let sweep = 0; sweep < 60; sweep++) {
    let largest = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        largest = Math.max(largest, Math.abs(a[p][q]));
        rotate(a, v, p, q);
      }
    }
    if (largest <= scale * 1e-18) {
      break;
    }
  }
  return { values: a.map((row, i) => row[i]), vectors: v };
}

/** Makes a[p][q] zero. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p][q];
  if (off === 0) {
    return;
  }
  const theta = (a[q][q] - a[p][p]) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k][p], a[k][q]];
    a[k][p] = c * x - s * y;
    a[k][q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p][k], a[q][k]];
    a[p][k] = c * x - s * y;
    a[q][k] = s * x + c * y;
    const [vx, vy] = [v[k][p], v[k][q]];
    v[k][p] = c * vx - s * vy;
    v[k][q] = s * vx + c * vy;
  }
}
