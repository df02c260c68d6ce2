import { combine, single } from './combine';
import { escapeRegex } from './escapeRegex';
import { labelName, quotePromql } from './promqlText';
import { noValue, severalValues } from './Refusal';
import { type Filled, fillPieces, isEmpty, type Variables } from './Variables';

type Part = string | Filled;

const OPERATOR = /(=~|!~|!=|=)\s*$/;

/**
 * PromQL, or the matchers of a selector. In the strings of matchers a variable stands for its values: several make a regular
 * expression. Elsewhere it is a part of the query, such as a metric's name or a duration. Throws a Refusal.
 */
export function fillPromql(text: string, key: string, variables: Variables): string {
  const pieces = fillPieces(text, variables);
  if (pieces.every((piece) => typeof piece === 'string')) {
    return text;
  }
  let written = '';
  let string: { quote: string; parts: Part[] } | null = null;
  pieces.forEach((piece, index) => {
    if (typeof piece !== 'string') {
      if (string === null) {
        written += fillCode(piece, { key, before: written, after: pieces[index + 1], variables });
      } else {
        string.parts.push(piece);
      }
      return;
    }
    for (const [token] of piece.matchAll(/\\[\s\S]|["'`]|[^"'`\\]+|\\/g)) {
      if (string === null) {
        if (/^["'`]$/.test(token)) {
          string = { quote: token, parts: [] };
        } else {
          written += token;
        }
      } else if (token === string.quote) {
        written = withString(written, string, key);
        string = null;
      } else {
        string.parts.push(token);
      }
    }
  });
  const open = string as { quote: string; parts: Part[] } | null;
  return open === null
    ? written
    : written + open.quote + open.parts.filter((part) => typeof part === 'string').join('');
}

/** Appends a string; where several values need it, the matcher becomes one of a regular expression. */
function withString(before: string, { quote, parts }: { quote: string; parts: Part[] }, key: string): string {
  if (parts.every((part) => typeof part === 'string')) {
    return before + quote + parts.join('') + quote;
  }
  const operator = OPERATOR.exec(before)?.[1];
  const isRegex = operator === '=~' || operator === '!~';
  const literal = (text: string) => (quote === '`' ? text : unescape(text));
  if (isRegex) {
    const regex = parts
      .map((part) => {
        if (typeof part === 'string') {
          return literal(part);
        }
        // Chosen for that on purpose, a value is an expression of its own.
        const isExpression = part.token.format === 'raw' || part.token.format === 'pipe';
        const found = combine([part], key, { value: isExpression ? (value) => value : escapeRegex });
        return found.length === 1 ? found[0] : `(${found.join('|')})`;
      })
      .join('');
    return before + quotePromql(regex);
  }
  const isCustom = parts.some((part) => typeof part !== 'string' && part.value.custom !== null);
  const plain = combine(parts, key, { value: (value) => value, literal });
  if (plain.length === 1 && !isCustom) {
    return before + quotePromql(plain[0]);
  }
  if (operator === undefined) {
    throw severalValues(nameIn(parts), key);
  }
  const regexes = combine(parts, key, { value: escapeRegex, literal: (text) => escapeRegex(literal(text)) });
  return before.replace(OPERATOR, operator === '=' ? '=~' : '!~') + quotePromql(regexes.join('|'));
}

interface Where {
  readonly key: string;
  readonly before: string;
  readonly after: Part | undefined;
  readonly variables: Variables;
}

/** Whether PromQL names a variable that has no value where one is needed: the matchers of a selector may be none. */
export function lacksInPromql(text: string, variables: Variables): boolean {
  const pieces = fillPieces(text, variables);
  return pieces.some(
    (piece, index) =>
      typeof piece !== 'string' && isEmpty(piece) && !areMatchers(pieces[index - 1] ?? '', pieces[index + 1])
  );
}

/** Whether what stands between ends a selector, as in `calls{$source}` and `calls{class="late",$source}`. */
function areMatchers(before: Part, after: Part | undefined): boolean {
  return typeof before === 'string' && /[{,]\s*$/.test(before) && typeof after === 'string' && /^\s*\}/.test(after);
}

/** Outside of strings: labels of `by (…)` may be several. */
function fillCode(piece: Filled, { key, before, after, variables }: Where): string {
  const { token, value } = piece;
  if (isEmpty(piece)) {
    if (areMatchers(before, after)) {
      return '';
    }
    throw noValue(token.name, key);
  }
  if (token.format !== null && value.custom === null && (value.values.length === 1 || token.format === 'csv')) {
    return variables.written(token);
  }
  if (/\b(by|without|on|ignoring|group_left|group_right)\s*\([^()]*$/.test(before)) {
    return combine([piece], key, { value: labelName }).join(', ');
  }
  const isLabel = typeof after === 'string' && /^\s*(=~|!~|!=|=(?!=))/.test(after) && /[{,]\s*$|^\s*$/.test(before);
  return single([piece], key, (name) => severalValues(name, key), isLabel ? labelName : (text) => text);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** The text of a string literal; escapes by code are rare there, and stay. */
function unescape(text: string): string {
  return text.replace(/\\([ntr"'`\\])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
}

function nameIn(parts: readonly Part[]): string {
  const found = parts.find((part) => typeof part !== 'string');
  return typeof found === 'object' ? found.token.name : '';
}
