import { isToken, type Piece, piecesOf, type Token } from './tokens';

/** What the variables of a page stand for. */
export interface Variables {
  /** Null where there is no variable of that name: then its text is a text like any other. */
  valueOf(token: Token): Value | null;
  /** As Grafana writes it, by the format that it names. */
  written(token: Token): string;
  /** The same, with one variable that has this value alone. */
  within(name: string, value: string): Variables;
}

export interface Value {
  /** Empty ones are none. */
  readonly values: readonly string[];
  /** What a dashboard's author has put in place of "All", as it is; the values are then all there are to choose from. */
  readonly custom: string | null;
}

/** A token and what it stands for. */
export interface Filled {
  readonly token: Token;
  readonly value: Value;
}

/** The pieces of a text, with the variables that there are filled; names of others are literal. */
export function fillPieces(text: string, variables: Variables): Array<string | Filled> {
  const pieces: Array<string | Filled> = [];
  for (const piece of piecesOf(text)) {
    const filled = fill(piece, variables);
    const last = pieces.at(-1);
    if (typeof filled === 'string' && typeof last === 'string') {
      pieces[pieces.length - 1] = last + filled;
    } else {
      pieces.push(filled);
    }
  }
  return pieces;
}

function fill(piece: Piece, variables: Variables): string | Filled {
  if (!isToken(piece)) {
    return piece;
  }
  const value = variables.valueOf(piece);
  return value === null ? piece.text : { token: piece, value };
}

/** Whether a text names a variable that has no value. */
export function lacksValue(text: string, variables: Variables): boolean {
  return fillPieces(text, variables).some((piece) => typeof piece !== 'string' && isEmpty(piece));
}

export function isEmpty({ value }: Filled): boolean {
  return value.custom === null && value.values.length === 0;
}
