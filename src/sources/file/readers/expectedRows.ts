import type { OpenFile } from '../OpenFile';
import type { RowBuffer } from './RowBuffer';

const LINE_FEED = 10;
/** A bit more than expected costs nothing: what no one writes to takes no memory. */
const MARGIN = 1.04;
const MOST = 2 ** 26;

/** About how many rows a file has, by the lines at its start; undefined where nobody can tell. */
export function expectedRows({ size, compression }: OpenFile, start: RowBuffer): number | undefined {
  let lines = 0;
  for (let at = 0; at < start.size; at++) {
    lines += Number(start.bytes[at] === LINE_FEED);
  }
  return compression !== null || lines === 0
    ? undefined
    : Math.min(MOST, Math.ceil((size / start.size) * lines * MARGIN));
}
