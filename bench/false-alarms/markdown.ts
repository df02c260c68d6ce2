import { wilsonInterval } from './wilsonInterval';

export function row(cells: ReadonlyArray<string | number>): string {
  return `| ${cells.join(' | ')} |`;
}

/** The share with its 95 % interval. */
export function share(count: number, total: number): string {
  const [low, high] = wilsonInterval(count, total);
  return `${percent(count / total)} (${percent(low)} to ${percent(high)})`;
}

export function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
