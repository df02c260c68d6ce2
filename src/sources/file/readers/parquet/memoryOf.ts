import type { FileMetaData } from 'hyparquet';
import type { ParquetLeaf } from './parquetColumns';
import type { RowBlock } from './rowBlocks';

/** A number with its state, or a code into a dictionary. */
const BYTES_A_CELL = 9;

/**
 * What reading columns of some row groups takes at most at once, about, by what the footer says of them: in bytes. A chunk
 * is held compressed, then page by page; texts stay, and columns of several groups are put together at the end.
 */
export function memoryOf(
  { row_groups: all }: FileMetaData,
  leaves: readonly ParquetLeaf[],
  blocks: readonly RowBlock[]
): number {
  let bytes = 0;
  let largest = 0;
  for (const { index, type } of leaves.map((leaf) => ({ index: leaf.index, type: leaf.element.type }))) {
    const isText = type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY';
    let column = 0;
    for (const { groups, rows } of blocks) {
      column += rows * BYTES_A_CELL;
      for (const group of groups) {
        const meta = all[group].columns[index]?.meta_data;
        const plain = Number(meta?.total_uncompressed_size ?? 0);
        largest = Math.max(largest, plain + Number(meta?.total_compressed_size ?? 0));
        column += isText ? plain : 0;
      }
    }
    bytes += column;
    largest = Math.max(largest, blocks.length > 1 ? column : 0);
  }
  return bytes + largest;
}
