import { oddClasses } from '../../oddClasses';
import { spellClasses } from '../../spellClasses';
import type { Notice } from '../../Notice';
import type { TextColumn } from '../columns/Column';
import { badRequest } from '../fileError';

/** As many segments as there may be. */
const MOST_CLASSES = 500;
const MOST_NAMED = 5;

export interface ClassSide {
  readonly name: string;
  readonly column: TextColumn;
  /** Which of its rows count. */
  readonly used: (row: number) => boolean;
  /** As the file is called. */
  readonly shown: string;
}

export interface ClassColumns {
  /** In ascending order. */
  readonly classes: readonly string[];
  readonly predicted: Int16Array | null;
  readonly actual: Int16Array;
  readonly notices: readonly Notice[];
}

/** Predicted and actual classes under one name each. Throws a SourceError where there are too many. */
export function classColumns(predicted: ClassSide | null, actual: ClassSide, keepMarkers: boolean): ClassColumns {
  const sides = predicted === null ? [actual] : [actual, predicted];
  const texts = sides.map(usedTexts);
  const spell = spellClasses([...(texts[1]?.keys() ?? [])], [...texts[0].keys()], { keepMarkers });
  const names = texts.map((counts) => new Set([...counts.keys()].map(spell).filter((name) => name !== null)));
  names.forEach((found, i) => requireFew(found, sides[i]));
  const classes = [...new Set(names.flatMap((found) => [...found]))].sort();
  const codes = new Map(classes.map((name, code) => [name, code]));
  const coded = sides.map(({ column }) => {
    const codeOf = Int32Array.from(column.dictionary, (text) => codes.get(spell(text) ?? '') ?? -1);
    const coded = new Int16Array(column.codes.length);
    for (let row = 0; row < coded.length; row++) {
      coded[row] = column.codes[row] < 0 ? -1 : codeOf[column.codes[row]];
    }
    return coded;
  });
  const marked = sides.flatMap((side, i) => markedNotices(side, texts[i], spell));
  const odd = predicted === null ? [] : oddClasses(predicted, actual, names[1], names[0]);
  return { classes, predicted: coded[1] ?? null, actual: coded[0], notices: [...marked, ...odd] };
}

/** How often each text occurs in rows that count. */
function usedTexts({ column: { codes, dictionary }, used }: ClassSide): Map<string, number> {
  const sizes = new Float64Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] >= 0 && used(row)) {
      sizes[codes[row]]++;
    }
  }
  return new Map(dictionary.flatMap((text, code) => (sizes[code] > 0 ? [[text, sizes[code]] as const] : [])));
}

function requireFew({ size }: ReadonlySet<string>, { name, shown }: ClassSide): void {
  if (size > MOST_CLASSES) {
    throw badRequest(
      `${shown}: "${name}" has ${size.toLocaleString('en-US')} different values, more than the ${MOST_CLASSES} classes that are told apart. Choose a column of classes, or set the task to regression.`
    );
  }
}

/** NA among names, which one side alone has. */
function markedNotices(
  { name, shown }: ClassSide,
  texts: ReadonlyMap<string, number>,
  spell: (text: string) => string | null
): Notice[] {
  const missing = [...texts].filter(([text]) => spell(text) === null && text.trim() !== '');
  return missing
    .slice(0, MOST_NAMED)
    .map(([text, rows]) => `${shown}: "${text.trim()}" in ${name} read as missing in ${counted(rows)}.`);
}

function counted(rows: number): string {
  return `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
}
