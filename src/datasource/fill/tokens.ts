/** A variable as a text names it: `$name`, `[[name:format]]`, `${name.path:format}`. */
export interface Token {
  /** All of it. */
  readonly text: string;
  readonly name: string;
  /** Without its format, so that its values can be had one by one. */
  readonly plain: string;
  readonly format: string | null;
}

/** A text cut into what is literal and what names a variable. */
export type Piece = string | Token;

/** As Grafana's own interpolation reads it. */
const VARIABLE =
  /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)((?:\.[^:^{}[\]]+|\["[^"]*"\]|\['[^']*'\]|\[[^\]"']*\])*)(?::([^}]+))?\}/g;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const [whole, bare, square, squareFormat, braced, path = '', format] = match;
    const name = bare ?? square ?? braced;
    pieces.push(text.slice(at, match.index), {
      text: whole,
      name,
      plain: `\${${name}${path}}`,
      format: squareFormat ?? format ?? null,
    });
    at = match.index + whole.length;
  }
  return [...pieces, text.slice(at)].filter((piece) => piece !== '');
}

export function isToken(piece: Piece | undefined): piece is Token {
  return piece !== undefined && typeof piece !== 'string';
}

/** The variable that a text is and nothing else; null for any other text. */
export function wholeToken(text: string): Token | null {
  const [only, ...others] = piecesOf(text);
  return others.length === 0 && isToken(only) ? only : null;
}
