export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** `median (min to max)` with a unit. */
export function spread(values, unit) {
  const show = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  return `${show(median(values))} ${unit} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}
