import { labelName } from './names';

/** Of series that differ by these labels alone the one with most: several servers scrape one target. */
export function onceOf(expr: string, replicas: readonly string[] = []): string {
  return replicas.length === 0 ? expr : `max without (${replicas.map(labelName).join(',')}) (${expr})`;
}
