import { combine, single } from './combine';
import { noValue, Refusal, severalValues } from './Refusal';
import { type Filled, fillPieces, isEmpty, type Variables } from './Variables';

/** Literal text, a quotation mark or a bracket that ends a word, or a variable. */
type Part = string | Filled;

/**
 * A filter in Lucene's syntax, of which files know a part. The place settles how a variable is written: between quotation
 * marks and after a colon as a value that matches itself, several as alternatives; before a colon as a field; alone as a
 * filter of its own. Throws a Refusal where it could only be guessed what is meant.
 */
export function fillLucene(text: string, key: string, variables: Variables): string {
  const pieces = fillPieces(text, variables);
  if (pieces.every((piece) => typeof piece === 'string')) {
    return text;
  }
  if (pieces.length === 1) {
    return ownFilter(pieces[0] as Filled, key, variables);
  }
  const groups: boolean[] = [];
  return cut(pieces)
    .map((word, index, words) => {
      if (typeof word === 'string') {
        track(word, groups, lastLiteral(words[index - 1]).endsWith(':'));
        return word;
      }
      if (word.quoted) {
        const isField = typeof words[index + 1] !== 'string' && lastLiteral(words[index + 1], 0).startsWith(':');
        return fillQuoted(word.parts, key, isField);
      }
      return fillWord(word.parts, { key, variables, isValue: groups.at(-1) ?? false });
    })
    .join('');
}

interface Word {
  readonly quoted: boolean;
  readonly parts: Part[];
}

/** Words and quoted phrases; what stands between them is text. */
function cut(pieces: readonly Part[]): Array<string | Word> {
  const cuts: Array<string | Word> = [];
  let word: Word | null = null;
  const add = (part: Part) => {
    word ??= { quoted: false, parts: [] };
    word.parts.push(part);
  };
  const end = () => {
    if (word !== null) {
      cuts.push(word);
    }
    word = null;
  };
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      add(piece);
      continue;
    }
    for (const [token] of piece.matchAll(/\\[\s\S]|"|[\s()[\]{}]|[^\s()[\]{}"\\]+|\\/g)) {
      const open = word as Word | null;
      if (open?.quoted === true) {
        if (token === '"') {
          end();
        } else {
          add(token);
        }
      } else if (token === '"') {
        end();
        word = { quoted: true, parts: [] };
      } else if (/^[\s()[\]{}]$/.test(token)) {
        end();
        cuts.push(token);
      } else {
        add(token);
      }
    }
  }
  end();
  return cuts;
}

/** Whether values stand within the brackets that are open: after a colon, and in every range. */
function track(bracket: string, groups: boolean[], afterColon: boolean): void {
  if ('([{'.includes(bracket)) {
    groups.push(bracket !== '(' || afterColon || (groups.at(-1) ?? false));
  } else if (')]}'.includes(bracket)) {
    groups.pop();
  }
}

function lastLiteral(word: string | Word | undefined, at = -1): string {
  const part = typeof word === 'object' && !word.quoted ? word.parts.at(at) : word;
  return typeof part === 'string' ? part : '';
}

function fillQuoted(parts: readonly Part[], key: string, isField: boolean): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only !== 'string' && only.value.custom !== null) {
    return customValue(only.value.custom);
  }
  requireNoCustom(parts, key);
  const phrases = combine(parts, key, { value: escapeQuoted }).map((text) => `"${text}"`);
  if (isField && phrases.length > 1) {
    throw severalValues(nameIn(parts), key);
  }
  return phrases.length === 1 ? phrases[0] : `(${phrases.join(' OR ')})`;
}

interface Where {
  readonly key: string;
  readonly variables: Variables;
  /** Within the brackets of a field. */
  readonly isValue: boolean;
}

function fillWord(parts: readonly Part[], { key, variables, isValue }: Where): string {
  if (parts.every((part) => typeof part === 'string')) {
    return parts.join('');
  }
  const colon = isValue ? -1 : parts.findIndex((part) => typeof part === 'string' && part.includes(':'));
  if (colon >= 0) {
    const literal = parts[colon] as string;
    const at = literal.indexOf(':');
    const field = [...parts.slice(0, colon), literal.slice(0, at)];
    const rest = [literal.slice(at + 1), ...parts.slice(colon + 1)].filter((part) => part !== '');
    const name = single(field, key, (variable) => severalValues(variable, key), escapeBare);
    return `${name}:${rest.length === 0 ? '' : fillValue(rest, key, variables)}`;
  }
  const [only] = parts;
  if (!isValue && parts.length === 1 && typeof only !== 'string') {
    return grouped(ownFilter(only, key, variables));
  }
  return fillValue(parts, key, variables);
}

/** What follows a colon. Signs of wildcards, ranges and regular expressions around a variable keep their meaning. */
function fillValue(parts: readonly Part[], key: string, variables: Variables): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only !== 'string') {
    return fillWhole(only, key, variables);
  }
  if (parts.every((part) => typeof part === 'string')) {
    return parts.join('');
  }
  requireNoCustom(parts, key);
  const literals = parts.filter((part) => typeof part === 'string').join('');
  if (/[*?~^/<>]/.test(literals)) {
    return single(parts, key, (name) => severalValues(name, key), escapeBare);
  }
  const phrases = combine(parts, key, { value: escapeQuoted }).map((text) => `"${text}"`);
  return phrases.length === 1 ? phrases[0] : `(${phrases.join(' OR ')})`;
}

/** Formats that write several values as Lucene reads them. */
const LISTS: ReadonlySet<string> = new Set(['lucene', 'regex', 'pipe']);

function fillWhole(piece: Filled, key: string, variables: Variables): string {
  const { token, value } = piece;
  if (value.custom !== null) {
    return customValue(value.custom);
  }
  if (token.format !== null) {
    if (value.values.length > 1 && !LISTS.has(token.format)) {
      throw severalValues(token.name, key, `Leave out the format "${token.format}"`);
    }
    return variables.written(token);
  }
  const [first] = value.values;
  // Chosen as it is, it stands for any value.
  return value.values.length === 1 && first === '*' ? '*' : fillQuoted([piece], key, false);
}

/** A variable that is a filter of its own, such as a text box. */
function ownFilter(piece: Filled, key: string, variables: Variables): string {
  const { token, value } = piece;
  if (isEmpty(piece)) {
    throw noValue(token.name, key);
  }
  if (value.custom !== null) {
    return customValue(value.custom);
  }
  if (value.values.length > 1) {
    throw severalValues(token.name, key, 'Write field:$' + token.name + ', or choose one value');
  }
  return token.format === null ? value.values[0] : variables.written(token);
}

/** A filter of several terms keeps together beside others. */
function grouped(filter: string): string {
  const bare = filter.trim().replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return /\sOR\s|\|\|/.test(bare) || (/\s/.test(bare) && !/\sAND\s/.test(bare)) ? `(${filter})` : filter;
}

/** In place of "All" people write a regular expression for Prometheus, which Lucene writes as a star. */
function customValue(text: string): string {
  return /^\.[*+]$/.test(text.trim()) ? '*' : text;
}

function requireNoCustom(parts: readonly Part[], key: string): void {
  const custom = parts.find((part) => typeof part !== 'string' && part.value.custom !== null);
  if (custom !== undefined && typeof custom !== 'string') {
    throw new Refusal(
      `The variable "${custom.token.name}" stands for all of its values by "${custom.value.custom}", which can't be a part of a value in "${key}". Choose a value.`
    );
  }
}

function nameIn(parts: readonly Part[]): string {
  const found = parts.find((part) => typeof part !== 'string' && part.value.values.length > 1);
  return typeof found === 'object' ? found.token.name : '';
}

/** A dollar sign is escaped, so that it is not taken for a variable that nothing filled. */
function escapeQuoted(value: string): string {
  return value.replace(/["\\]|\$(?=[A-Za-z_{])|\[(?=\[)/g, '\\$&');
}

function escapeBare(value: string): string {
  return value.replace(/[+\-=&|><!(){}[\]^"~*?:\\/\s$]/g, '\\$&');
}
