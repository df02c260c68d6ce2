import { dirname, basename } from 'node:path';
import { existsSync } from 'node:fs';
import { plainText } from '../distribution/cell/plainText';
import { headNames } from '../sources/file/readers/headNames';
import { formatOf } from '../sources/file/fileFormat';
import { OpenFile } from '../sources/file/OpenFile';
import { resolveFile } from '../sources/file/resolveFile';
import { partsOf } from './parseOptions';

const LISTS = new Set(['--features', '--types']);

/**
 * What was typed, with names of columns that hold a comma in double quotes, so that `--features "price, USD"` is one name
 * where a file among what was typed has such a column. Nothing is read where no list holds a comma.
 */
export async function quoteKnownNames(args: readonly string[]): Promise<string[]> {
  const isList = (at: number) => at > 0 && LISTS.has(args[at - 1]) && args[at].includes(',');
  if (!args.some((_, at) => isList(at))) {
    return [...args];
  }
  const files = args.filter((one) => formatOf(one) !== null && existsSync(one));
  const names = (await Promise.all(files.map(namesOf))).flat().filter((name) => name.includes(','));
  const known = new Set(names.map(plainText));
  return args.map((one, at) => (isList(at) && known.size > 0 ? quoted(partsOf(one), known) : one));
}

/** What can't be read is said by the command itself. */
async function namesOf(path: string): Promise<readonly string[]> {
  try {
    const file = new OpenFile(await resolveFile(dirname(path), basename(path)));
    return await headNames(file).finally(() => file.close());
  } catch {
    return [];
  }
}

/** The longest parts that together are a known name, or one with its type behind it, are put into quotes. */
function quoted(parts: readonly string[], known: ReadonlySet<string>): string {
  const found: string[] = [];
  for (let from = 0; from < parts.length;) {
    let to = parts.length;
    while (to > from + 1 && !isKnown(parts.slice(from, to).join(','), known)) {
      to--;
    }
    const [name, type] = splitType(parts.slice(from, to).join(','), known);
    found.push(to === from + 1 ? parts[from] : `"${name.trim().replaceAll('"', '""')}"${type}`);
    from = to;
  }
  return found.join(',');
}

function isKnown(text: string, known: ReadonlySet<string>): boolean {
  return known.has(plainText(splitType(text, known)[0]));
}

function splitType(text: string, known: ReadonlySet<string>): [name: string, type: string] {
  const at = known.has(plainText(text)) ? -1 : text.lastIndexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}
