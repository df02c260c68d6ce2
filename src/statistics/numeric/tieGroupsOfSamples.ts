/** Numbers of equal values in two ascending samples pooled, in ascending order of the values; null without ties. */
export function tieGroupsOfSamples(a: Float64Array, b: Float64Array): Int32Array | null {
  const groups = new Int32Array(a.length + b.length);
  let size = 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const value = j >= b.length || (i < a.length && a[i] < b[j]) ? a[i] : b[j];
    const start = i + j;
    while (i < a.length && a[i] === value) {
      i++;
    }
    while (j < b.length && b[j] === value) {
      j++;
    }
    groups[size++] = i + j - start;
  }
  return size === groups.length ? null : groups.subarray(0, size);
}
