import { combine, single } from './combine';
import { escapeRegex } from './escapeRegex';
import { severalValues } from './Refusal';
import { type Filled, fillPieces, type Variables } from './Variables';

/** A text of which there can be one: a path, a time field, a duration. Formats are its author's. Throws a Refusal. */
export function fillText(text: string, key: string, variables: Variables): string {
  const pieces = fillPieces(text, variables).map((piece) => formatted(piece, variables));
  return single(pieces, key, (name) => severalValues(name, key));
}

/** A name is shown, and looks nothing up: several values stand beside one another. */
export function fillName(text: string, key: string, variables: Variables): string {
  const pieces = fillPieces(text, variables).map((piece) => formatted(piece, variables));
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : combine([piece], key, { value: (one) => one }).join(', ')))
    .join('');
}

/** An index for each combination of values, as Elasticsearch takes several. */
export function fillIndex(text: string, key: string, variables: Variables): string {
  const pieces = fillPieces(text, variables).map((piece) => formatted(piece, variables));
  return combine(pieces, key, { value: (value) => value }).join(',');
}

/** A regular expression: values stand for themselves. */
export function fillPattern(text: string, key: string, variables: Variables): string {
  return fillPieces(text, variables)
    .map((piece) => {
      if (typeof piece === 'string') {
        return piece;
      }
      const alternatives = combine([piece], key, { value: escapeRegex });
      return alternatives.length === 1 ? alternatives[0] : `(${alternatives.join('|')})`;
    })
    .join('');
}

/** What names a format is written by it. */
export function formatted(piece: string | Filled, variables: Variables): string | Filled {
  return typeof piece !== 'string' && piece.token.format !== null && piece.value.values.length > 0
    ? variables.written(piece.token)
    : piece;
}
