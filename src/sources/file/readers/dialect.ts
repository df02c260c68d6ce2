import { extname } from 'node:path';
import { type Notice, warning } from '../../Notice';
import type { OpenFile } from '../OpenFile';
import { firstRows, guessDelimiter, looksLikeData } from './guessDelimiter';

/** Characters that tell how a file is written. */
export const HEAD = 1 << 16;
/** Excel's hint of what parts the cells; it is no header. */
const HINT = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

export interface Dialect {
  readonly delimiter: string;
  /** Characters in front of the first row. */
  readonly skipped: number;
  readonly header: boolean;
  readonly notices: readonly Notice[];
}

/** At least as much text as is needed to tell how it is written. */
export async function firstText(
  chunks: AsyncGenerator<string, void, undefined>
): Promise<{ text: string; isWhole: boolean }> {
  let text = '';
  while (text.length < HEAD) {
    const next = await chunks.next();
    if (next.done === true) {
      return { text, isWhole: true };
    }
    text += next.value;
  }
  return { text, isWhole: false };
}

export function dialectOf(text: string, isWhole: boolean, { reading, shown }: OpenFile): Dialect {
  const hint = HINT.exec(text);
  const skipped = hint === null ? 0 : hint[0].length;
  const head = text.slice(skipped, skipped + HEAD);
  const isAll = isWhole && text.length - skipped <= HEAD;
  const notices: Notice[] = [];
  const said = reading.delimiter ?? hint?.[1] ?? tabOf(shown, head);
  const guess = said === undefined ? guessDelimiter(head, isAll) : { delimiter: said };
  const rows = firstRows(head, guess.delimiter, isAll);
  if (guess.rare === true) {
    notices.push(
      warning(
        `${shown} has no common delimiter. It was split at "${guess.delimiter}", which gives ${rows[0].length} columns in each line. If this is wrong, set "delimiter".`
      )
    );
  }
  const data = reading.header === undefined ? looksLikeData(rows) : null;
  if (data === 'sure') {
    notices.push(
      warning(
        `${shown} has no header line, so its columns are named column_1, column_2, and so on. If the first line is a header, set "header" to true.`
      )
    );
  } else if (data === 'maybe') {
    notices.push(
      warning(
        `${shown}: the first line looks like data (${rows[0].slice(0, 3).join(', ')}) but was read as the header. If it is data, set "header" to false.`
      )
    );
  }
  return { delimiter: guess.delimiter, skipped, header: reading.header ?? data !== 'sure', notices };
}

/** Files of the kind .tsv are parted by tabs, where there is any. */
function tabOf(shown: string, head: string): string | undefined {
  const name = shown.replace(/\.(gz|zst)$/i, '');
  return extname(name).toLowerCase() === '.tsv' && head.split(/[\r\n]/, 1)[0].includes('\t') ? '\t' : undefined;
}
