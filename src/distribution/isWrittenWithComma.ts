/** 12,5 and 1.234,5, and 1,234.5 too, which is no number here either. */
const WITH_COMMA = /^\s*[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+\s*$|^\s*[+-]?\d{1,3}(,\d{3})+(\.\d+)?\s*$/;

/** Whether text would be a number if a comma were allowed in it. */
export function isWrittenWithComma(text: string): boolean {
  return WITH_COMMA.test(text);
}
