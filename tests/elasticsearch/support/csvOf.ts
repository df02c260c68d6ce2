import type { Row } from './outcomeCases';

const TIMES = new Set(['at', 'labelled', 'to']);

/** Documents as a file: times as stores write them, texts in quotes. */
export function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (name: string, value: unknown) => {
    if (value === undefined) {
      return '';
    }
    return TIMES.has(name) ? new Date(value as number).toISOString() : JSON.stringify(value);
  };
  return `${[names.join(','), ...rows.map((row) => names.map((name) => cell(name, row[name])).join(','))].join('\n')}\n`;
}
