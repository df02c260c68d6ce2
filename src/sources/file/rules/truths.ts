/** What is known of a row: SQL's three values. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;

/** One of them false makes it false, whatever the other is. */
export function bothOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, row) =>
    one === FALSE || b[row] === FALSE ? FALSE : one === TRUE && b[row] === TRUE ? TRUE : UNKNOWN
  );
}

/** One of them true makes it true, whatever the other is. */
export function eitherOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((one, row) =>
    one === TRUE || b[row] === TRUE ? TRUE : one === FALSE && b[row] === FALSE ? FALSE : UNKNOWN
  );
}

/** What is unknown stays so. */
export function oppositeOf(a: Uint8Array): Uint8Array {
  return a.map((one) => (one === UNKNOWN ? UNKNOWN : 1 - one));
}
