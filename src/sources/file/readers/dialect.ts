import { extname } from 'node:path';
import { type Notice, warning } from '../../Notice';
import type { OpenFile } from '../OpenFile';
import { firstRows } from './firstRows';
import { type Guess, guessDelimiter, looksLikeData } from './guessDelimiter';
import { preambleOf } from './preamble';

/** Characters that tell how a file is written. */
export const HEAD = 1 << 16;
/** Excel's hint of what parts the cells; it is no header. */
const HINT = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

export interface Dialect {
  readonly delimiter: string;
  /** Characters in front of the first row. */
  readonly skipped: number;
  /** The same in lines. */
  readonly skippedLines: number;
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
  const hinted = hint?.[0].length ?? 0;
  const told = reading.delimiter ?? hint?.[1];
  const start = text.slice(hinted, hinted + HEAD);
  const preamble = preambleOf(start, isWhole && text.length - hinted <= HEAD, told);
  const skipped = hinted + preamble.length;
  const head = text.slice(skipped, skipped + HEAD);
  const isAll = isWhole && text.length - skipped <= HEAD;
  const said = told ?? tabOf(shown, head);
  const guess: Guess = said === undefined ? guessDelimiter(head, isAll) : { delimiter: said };
  const rows = firstRows(head, guess.delimiter, isAll);
  const data = reading.header === undefined ? looksLikeData(rows) : null;
  return {
    delimiter: guess.delimiter,
    skipped,
    skippedLines: text.slice(0, skipped).match(/\r\n|\n|\r/g)?.length ?? 0,
    header: reading.header ?? data !== 'sure',
    notices: [
      ...(preamble.lines.length > 0 ? [warning(`${shown}: ${linesInWords(preamble.lines)} skipped.`)] : []),
      ...guessNotices(shown, guess, rows, data),
    ],
  };
}

function guessNotices(
  shown: string,
  guess: Guess,
  [first = []]: ReadonlyArray<readonly string[]>,
  data: ReturnType<typeof looksLikeData>
): Notice[] {
  return [
    ...(guess.rare === true
      ? [
          warning(
            `${shown} has no common delimiter. It was split at "${guess.delimiter}", which gives ${first.length} columns in each line. If this is wrong, set "delimiter".`
          ),
        ]
      : []),
    ...(data === 'sure'
      ? [
          warning(
            `${shown} has no header line, so its columns are named column_1, column_2, and so on. If the first line is a header, set "header" to true.`
          ),
        ]
      : []),
    ...(data === 'maybe'
      ? [
          warning(
            `${shown}: the first line looks like data (${first.slice(0, 3).join(', ')}) but was read as the header. If it is data, set "header" to false.`
          ),
        ]
      : []),
  ];
}

function linesInWords(lines: readonly string[]): string {
  const first = lines[0].length > MOST_SHOWN ? `${lines[0].slice(0, MOST_SHOWN)}…` : lines[0];
  return lines.length === 1
    ? `the line "${first}" before the table was`
    : `${lines.length} lines ("${first}", …) before the table were`;
}

const MOST_SHOWN = 60;

/** Files of the kind .tsv are parted by tabs, where there is any. */
function tabOf(shown: string, head: string): string | undefined {
  const name = shown.replace(/\.(gz|zst)$/i, '');
  return extname(name).toLowerCase() === '.tsv' && head.split(/[\r\n]/, 1)[0].includes('\t') ? '\t' : undefined;
}
