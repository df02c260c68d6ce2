import { extname } from 'node:path';
import { badRequest } from './fileError';

export type FileFormat = 'delimited' | 'ndjson' | 'json' | 'parquet';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.csv': 'delimited',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.parquet': 'parquet',
};

/** The format that the extension stands for, or null where files of this kind are not read. */
export function formatOf(path: string): FileFormat | null {
  return FORMATS[extname(path).toLowerCase()] ?? null;
}

/** The same. Throws a SourceError that lists what is read. */
export function requireFormat(path: string): FileFormat {
  const format = formatOf(path);
  if (format === null) {
    const kind = extname(path) === '' ? 'without an extension' : `of the kind "${extname(path)}"`;
    throw badRequest(`${path}: files ${kind} are not read: use ${Object.keys(FORMATS).join(', ')}.`);
  }
  return format;
}
