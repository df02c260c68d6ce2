const ISO_TIME = /^\s*\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|z|UTC|[+-]\d{2}(:?\d{2})?)?)?\s*$/;

/** Whether a text looks like an ISO time or date. */
export function isTimeText(text: string): boolean {
  return ISO_TIME.test(text);
}
