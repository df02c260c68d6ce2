import type { OpenFile } from '../OpenFile';
import { firstRows } from './firstRows';
import { dialectOf, firstText } from './dialect';
import { openTable } from './openTable';
import { textChunks } from './textChunks';

const KEY = /"((?:[^"\\]|\\.)*)"\s*:/g;

/** Names of columns as far as the beginning of a file tells them: without reading it whole. */
export async function headNames(file: OpenFile): Promise<readonly string[]> {
  if (file.format === 'parquet') {
    return openTable(file).columnNames();
  }
  const chunks = textChunks(file);
  const { text, isWhole } = await firstText(chunks);
  await chunks.return();
  if (file.format === 'delimited') {
    const { delimiter, skipped } = dialectOf(text, isWhole, file);
    return firstRows(text.slice(skipped), delimiter, isWhole)[0] ?? [];
  }
  return [...new Set(Array.from(text.matchAll(KEY), ([, key]) => key))];
}
