import type { LogFields, LogLevel } from './Logger';

/** The host reads lines of at most 64 KiB; a longer one would end its reading of the log. */
const LONGEST_LINE = 60_000;
const LONGEST_VALUE = 4_000;

/**
 * One entry of the log as the host reads it: a JSON object on a line whose `@level`, `@message` and `@timestamp` (with
 * exactly six decimals) are strings. Anything else in these three would crash the host.
 */
export function formatLine(level: LogLevel, message: string, fields: LogFields, time: Date): string {
  const entry: Record<string, string | number | boolean> = {
    '@level': level,
    '@message': shorten(message),
    '@timestamp': time.toISOString().replace(/(\.\d{3})Z$/, '$1000Z'),
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && !name.startsWith('@')) {
      entry[name] = typeof value === 'string' ? shorten(value) : value;
    }
  }
  const line = JSON.stringify(entry);
  return Buffer.byteLength(line) <= LONGEST_LINE ? line : formatLine(level, message, { shortened: true }, time);
}

function shorten(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters)`;
}
