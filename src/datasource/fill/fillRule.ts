import { noValue, severalValues } from './Refusal';
import { type Filled, fillPieces, isEmpty, type Variables } from './Variables';

/**
 * A rule across columns. Between quotation marks or backticks a variable is a part of that text; elsewhere it is a value of
 * its own, a number or a text with quotation marks, and several of them a list for `in (…)`. Throws a Refusal.
 */
export function fillRule(text: string, key: string, variables: Variables): string {
  let quote = '';
  return fillPieces(text, variables)
    .map((piece) => {
      if (typeof piece === 'string') {
        quote = quoteBehind(piece, quote);
        return piece;
      }
      return quote === '' ? listOf(piece, key, variables) : within(piece, quote, key);
    })
    .join('');
}

/** The mark that is open behind a text, where one may be open before it. Between backticks a backslash escapes nothing. */
function quoteBehind(text: string, before: string): string {
  let quote = before;
  for (const [token] of text.matchAll(/\\[\s\S]|["'`]/g)) {
    const mark = quote === '`' ? token.slice(-1) : token;
    if (quote === '') {
      quote = token.length > 1 ? '' : token;
    } else if (mark === quote) {
      quote = '';
    }
  }
  return quote;
}

function within({ token, value }: Filled, quote: string, key: string): string {
  if (value.values.length !== 1) {
    throw value.values.length === 0 ? noValue(token.name, key) : severalValues(token.name, key);
  }
  const [one] = value.values;
  return quote === '`' ? one.replaceAll('`', '``') : escaped(one, quote);
}

function listOf(piece: Filled, key: string, variables: Variables): string {
  const { token, value } = piece;
  if (isEmpty(piece)) {
    throw noValue(token.name, key);
  }
  return token.format === null ? value.values.map(asValue).join(', ') : variables.written(token);
}

function asValue(text: string): string {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) && !/^-?0\d/.test(text) ? text : `"${escaped(text, '"')}"`;
}

/** A dollar sign too, so that it is not taken for a variable that nothing filled. */
function escaped(text: string, quote: string): string {
  return text.replace(/\\|\$/g, '\\$&').replaceAll(quote, `\\${quote}`);
}
