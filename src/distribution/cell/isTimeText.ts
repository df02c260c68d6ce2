const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(:?\d{2})?)?`;
const EXTENDED = new RegExp(String.raw`^\s*\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?${ZONE})?\s*$`, 'i');
const BASIC = new RegExp(String.raw`^\s*\d{8}T\d{4}(\d{2}([.,]\d+)?)?${ZONE}\s*$`, 'i');

/** Whether a text looks like an ISO 8601 time or date, in its extended form or the basic one, 20240204T103000Z. */
export function isTimeText(text: string): boolean {
  return EXTENDED.test(text) || BASIC.test(text);
}
