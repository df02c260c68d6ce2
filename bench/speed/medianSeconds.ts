/** Median seconds of a call, repeated for `patience` seconds and at least `fewest` times after a first one. */
export function medianSeconds(run: () => unknown, { fewest, patience }: { fewest: number; patience: number }): number {
  run();
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < fewest || performance.now() - begun < 1000 * patience) {
    const before = performance.now();
    run();
    times.push((performance.now() - before) / 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}
