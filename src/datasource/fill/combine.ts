import { noValue, Refusal } from './Refusal';
import { type Filled, isEmpty } from './Variables';

/** Elasticsearch takes no more alternatives in one query. */
const MOST = 1000;

/** Each text that the pieces stand for: one for each combination of their variables' values. Throws a Refusal. */
export function combine(
  pieces: ReadonlyArray<string | Filled>,
  key: string,
  write: { value: (value: string) => string; custom?: (text: string) => string; literal?: (text: string) => string }
): string[] {
  let texts = [''];
  for (const piece of pieces) {
    const next = typeof piece === 'string' ? [write.literal?.(piece) ?? piece] : alternatives(piece, key, write);
    if (texts.length * next.length > MOST) {
      throw new Refusal(`Variables have more than ${MOST} values together in "${key}". Choose fewer.`);
    }
    texts = texts.flatMap((before) => next.map((text) => before + text));
  }
  return texts;
}

function alternatives(
  piece: Filled,
  key: string,
  { value: write, custom: writeCustom = (text) => text }: Parameters<typeof combine>[2]
): string[] {
  const { value, token } = piece;
  if (isEmpty(piece)) {
    throw noValue(token.name, key);
  }
  return value.custom === null ? value.values.map(write) : [writeCustom(value.custom)];
}

/** What the pieces stand for where but one value may. Throws a Refusal. */
export function single(
  pieces: ReadonlyArray<string | Filled>,
  key: string,
  refuse: (name: string, key: string) => Error,
  write: (value: string) => string = (value) => value
): string {
  const several = pieces.find(
    (piece) => typeof piece !== 'string' && piece.value.custom === null && piece.value.values.length > 1
  );
  if (several !== undefined && typeof several !== 'string') {
    throw refuse(several.token.name, key);
  }
  return combine(pieces, key, { value: write })[0];
}
