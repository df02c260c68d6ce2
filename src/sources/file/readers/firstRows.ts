import { BrokenQuotes, DelimitedParser } from './DelimitedParser';

const MOST_ROWS = 200;

/** The first rows that are all there, without those that are empty. */
export function firstRows(head: string, delimiter: string, isWhole: boolean): ReadonlyArray<readonly string[]> {
  const rows: Array<readonly string[]> = [];
  const parser = new DelimitedParser(delimiter, (cells) => {
    if (rows.length < MOST_ROWS && (cells.length > 1 || cells[0] !== '')) {
      rows.push(cells);
    }
  });
  try {
    parser.push(head);
    if (isWhole) {
      parser.finish();
    }
  } catch (error) {
    if (!(error instanceof BrokenQuotes)) {
      throw error;
    }
  }
  return rows;
}
