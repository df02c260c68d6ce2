import { extname } from 'node:path';
import { badRequest } from './fileError';

export type FileFormat = 'delimited' | 'ndjson' | 'json' | 'parquet';

const FORMATS: Readonly<Record<string, FileFormat>> = {
  '.csv': 'delimited',
  '.tsv': 'delimited',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.parquet': 'parquet',
};

export type Compression = 'gzip' | 'zstd';

const COMPRESSIONS: Readonly<Record<string, Compression>> = { '.gz': 'gzip', '.zst': 'zstd' };

/** How a text format is compressed, by the last extension: data.csv.gz. */
export function compressionOf(path: string): Compression | null {
  return COMPRESSIONS[extname(path).toLowerCase()] ?? null;
}

/** The format that the extension stands for, or null where files of this kind are not read. */
export function formatOf(path: string): FileFormat | null {
  const compressed = compressionOf(path) !== null;
  const inner = compressed ? path.slice(0, -extname(path).length) : path;
  const format = FORMATS[extname(inner).toLowerCase()] ?? null;
  // Parquet compresses its own pages.
  return compressed && format === 'parquet' ? null : format;
}

/** The same. Throws a SourceError that lists what is read. */
export function requireFormat(path: string): FileFormat {
  const format = formatOf(path);
  if (format === null) {
    const kind = extname(path) === '' ? 'without an extension' : `of the kind "${extname(path)}"`;
    throw badRequest(
      `${path}: files ${kind} are not read: use ${Object.keys(FORMATS).join(', ')}, and .gz or .zst of texts.`
    );
  }
  return format;
}
