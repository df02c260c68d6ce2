// Reads a file as a benchmark asks, with the data source's own readers, makes sums and extremes of numbers and counts of words
// of it as its peers do, and prints the sum of n1.
//   read.ts FILE one|range|all ROWS
import path from 'node:path';
import { asNumbers } from '../../src/sources/file/columns/asNumbers';
import { asText } from '../../src/sources/file/columns/asText';
import { freeColumn } from '../../src/sources/file/columns/freeColumn';
import { countCodes } from '../../src/sources/file/group/countCodes';
import { OpenFile } from '../../src/sources/file/OpenFile';
import { MeantTable } from '../../src/sources/file/readers/MeantTable';
import { openTable } from '../../src/sources/file/readers/openTable';
import { resolveFile } from '../../src/sources/file/resolveFile';
import { selectRows } from '../../src/sources/file/selectRows';

const FROM = Date.UTC(2026, 0, 1);

async function main([file, asked, rows]: readonly string[]): Promise<void> {
  const numbers = asked === 'all' ? Array.from({ length: 12 }, (_, k) => `n${k}`) : ['n1'];
  const words = asked === 'all' ? Array.from({ length: 6 }, (_, k) => `t${k}`) : [];
  const late = [
    ...numbers.map((name) => ({ name, text: false })),
    ...words.map((name) => ({ name, text: true })),
    ...(asked === 'all' ? [{ name: 'time', text: false, times: true }] : []),
  ];
  const isRange = asked === 'range';
  const window = isRange ? { from: FROM + 900 * Number(rows), to: FROM + 1000 * Number(rows) } : null;
  const opened = new OpenFile(await resolveFile(path.dirname(file), path.basename(file)));
  const table = new MeantTable(openTable(opened), { byColumn: new Map(), others: {} });
  const selection = isRange ? { timeField: 'time' } : {};
  const selected = await selectRows(table, file, selection, [window], { early: [], late }, { last: true });
  const measured = new Map<string, unknown>();
  for (const { name, text } of late) {
    const { column, fresh } = await selected.column(name);
    if (text) {
      const { codes, dictionary } = asText(column) ?? { codes: new Int32Array(), dictionary: [] };
      measured.set(name, countCodes(codes, selected.windows[0], dictionary.length));
    } else {
      measured.set(name, measuresOf(asNumbers(column).values, selected.windows[0]));
    }
    if (fresh) {
      freeColumn(column);
    }
  }
  await opened.close();
  process.stdout.write(`${(measured.get('n1') as { sum: number }).sum}\n`);
}

function measuresOf(values: Float64Array, rows: Int32Array): { sum: number; least: number; most: number } {
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]];
    sum += value;
    least = value < least ? value : least;
    most = value > most ? value : most;
  }
  return { sum, least, most };
}

void main(process.argv.slice(2));
