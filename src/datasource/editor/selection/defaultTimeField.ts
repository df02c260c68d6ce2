import type { SelectionDescription } from '../../resources';

/** Names that logs and training data give to the time of a row, the likeliest first. */
const USUAL = ['@timestamp', 'timestamp', 'time', 'ts', 'datetime', 'event_time', 'date'];

/** The field that tells when a row was logged: by its name where several hold times; undefined where none does. */
export function defaultTimeField({ fields }: SelectionDescription): string | undefined {
  const times = fields.filter(({ type }) => type === 'time').map(({ name }) => name);
  return USUAL.find((name) => times.includes(name)) ?? times[0];
}
