import { SourceError } from '../../SourceError';
import { addJsonLine } from './addJsonLine';
import type { RowCollector } from './RowCollector';

/** A line without its end that is no JSON is one that a writer is at: the rows before it are read. */
export function addLastLine(rows: RowCollector, text: string, shown: string, line: number): string[] {
  try {
    addJsonLine(rows, text, shown, line);
    return [];
  } catch (error) {
    if (line === 1 || !(error instanceof SourceError)) {
      throw error;
    }
    return [
      `${shown}: the last line, ${line}, is unfinished and left out: something is writing the file, or cut it off.`,
    ];
  }
}
