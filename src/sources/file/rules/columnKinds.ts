import { isPaddedCode } from '../../../distribution/cell/isCode';
import { parseNumber } from '../../../distribution/parseNumber';
import type { ColumnKinds } from '../../../distribution/rule/typeRule';
import type { ValueKind } from '../../../distribution/rule/TypedRule';
import { isTruth } from '../../../distribution/truthOf';
import { epochUnitOf } from '../../../query/epochTime';
import type { FeatureType } from '../../../query/featureType';
import { parseTimestamp } from '../../../query/parseTimestamp';
import { type Column, type NumberColumn, PRESENT, type TextColumn } from '../columns/Column';

/** As in the inference of types: one cell in twenty may be something else. */
const MOSTLY = 0.95;

const DECLARED: Readonly<Record<FeatureType, ColumnKinds>> = {
  numeric: { kinds: ['number'], holds: 'numbers, as its type says' },
  boolean: { kinds: ['truth'], holds: 'true and false, as its type says' },
  categorical: { kinds: ['text'], holds: 'categories, as its type says' },
  text: { kinds: ['text'], holds: 'texts, as its type says' },
};
const ANYTHING: ColumnKinds = { kinds: ['number', 'time', 'truth', 'text'], holds: 'no values' };

/** As what the cells of a column can be compared; a type that is given decides. */
export function columnKinds(column: Column, type: FeatureType | undefined): ColumnKinds {
  if (type !== undefined) {
    return kindsOfType(type);
  }
  return column.kind === 'numbers' ? kindsOfNumbers(column) : kindsOfText(column);
}

/** As what a column of a type that is given is compared. */
export function kindsOfType(type: FeatureType): ColumnKinds {
  return DECLARED[type];
}

function kindsOfNumbers({ values, states, time, mistyped }: NumberColumn): ColumnKinds {
  if (time) {
    return { kinds: ['time'], holds: 'times' };
  }
  let present = 0;
  let areTruths = true;
  let first = NaN;
  for (let row = 0; row < values.length; row++) {
    if ((states === null || states[row] === PRESENT) && !Number.isNaN(values[row])) {
      present++;
      areTruths &&= values[row] === 0 || values[row] === 1;
      first = Number.isNaN(first) ? values[row] : first;
    }
  }
  if (present === 0 && mistyped === null) {
    return ANYTHING;
  }
  const others: ValueKind[] = areTruths ? ['truth'] : isEpoch(first) ? ['time'] : [];
  return { kinds: ['number', ...others], holds: 'numbers' };
}

/** Whether a number may count from 1970: beside a date it is taken for a time. */
function isEpoch(value: number): boolean {
  return !['small', 'late'].includes(epochUnitOf(value));
}

function kindsOfText({ codes, dictionary, booleans }: TextColumn): ColumnKinds {
  if (booleans) {
    return { kinds: ['truth'], holds: 'true and false' };
  }
  const sizes = new Float64Array(dictionary.length);
  codes.forEach((code) => code >= 0 && sizes[code]++);
  return kindsOfTexts(dictionary, sizes);
}

/** The same of different texts, each with the number of cells that hold it. */
export function kindsOfTexts(dictionary: readonly string[], sizes: Float64Array): ColumnKinds {
  let [present, numbers, codesOf, times, truths] = [0, 0, 0, 0, 0];
  let [example, exampleSize] = ['', 0];
  let first = NaN;
  dictionary.forEach((text, code) => {
    const size = sizes[code];
    if (size === 0 || text === 'NaN') {
      return;
    }
    present += size;
    [example, exampleSize] = size > exampleSize ? [text, size] : [example, exampleSize];
    const isNumber = parseNumber(text) !== 'mistyped';
    numbers += isNumber ? size : 0;
    codesOf += isPaddedCode(text) ? size : 0;
    first = isNumber && Number.isNaN(first) ? Number(text) : first;
    times += !isNumber && parseTimestamp(text) !== null ? size : 0;
    truths += isTruth(text) ? size : 0;
  });
  if (present === 0) {
    return ANYTHING;
  }
  if (times >= MOSTLY * present) {
    return { kinds: ['time'], holds: 'times' };
  }
  if (codesOf > 0 && numbers >= MOSTLY * present) {
    return { kinds: ['text'], holds: `codes such as "${example}", which are texts and go between quotes` };
  }
  if (numbers >= MOSTLY * present) {
    const others: ValueKind[] = truths === present ? ['truth'] : isEpoch(first) ? ['time'] : [];
    return { kinds: ['number', ...others], holds: 'numbers' };
  }
  return { kinds: truths === present ? ['truth', 'text'] : ['text'], holds: `texts such as "${example}"` };
}
