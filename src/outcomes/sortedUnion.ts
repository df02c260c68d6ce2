/** Of more arrays merging two by two takes several times the memory of sorting them as one. */
const MOST_MERGED = 8;

/** The distinct values of arrays that are each in ascending order without repeats. */
export function sortedUnion(arrays: readonly Float64Array[]): Float64Array {
  if (arrays.length > MOST_MERGED) {
    return distinctOf(arrays);
  }
  let level = [...arrays];
  while (level.length > 1) {
    const next: Float64Array[] = [];
    for (let i = 0; i + 1 < level.length; i += 2) {
      next.push(unionOfTwo(level[i], level[i + 1]));
    }
    level = level.length % 2 === 1 ? [...next, level[level.length - 1]] : next;
  }
  return level[0] ?? new Float64Array(0);
}

function distinctOf(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let size = 0;
  for (const values of arrays) {
    all.set(values, size);
    size += values.length;
  }
  all.sort();
  let count = 0;
  for (let i = 0; i < all.length; i++) {
    if (count === 0 || all[i] !== all[count - 1]) {
      all[count++] = all[i];
    }
  }
  return all.slice(0, count);
}

function unionOfTwo(a: Float64Array, b: Float64Array): Float64Array {
  if (a === b) {
    return a;
  }
  const merged = new Float64Array(a.length + b.length);
  let [i, j, k] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const x = i < a.length ? a[i] : Infinity;
    const y = j < b.length ? b[j] : Infinity;
    i += x <= y && i < a.length ? 1 : 0;
    j += y <= x && j < b.length ? 1 : 0;
    merged[k++] = x <= y ? x : y;
  }
  return merged.slice(0, k);
}

/** For each value its place in a superset of the values, both in ascending order. */
export function placesIn(values: Float64Array, superset: Float64Array): Int32Array {
  const places = new Int32Array(values.length);
  let place = 0;
  for (let i = 0; i < values.length; i++) {
    while (superset[place] < values[i]) {
      place += 1;
    }
    places[i] = place;
  }
  return places;
}
