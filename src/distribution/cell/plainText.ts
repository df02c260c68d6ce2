const ZEROS_BEHIND = /^(-?\d+)\.0+$/;
/** What has none of these is plain already: most texts, told without making another. */
const MAY_DIFFER = /^\s|\s$|[^\x00-\x7f]|^-?\d+\.0+$|^-0+(?:\.0+)?$/;

/**
 * The one way in which a text is compared with others, as a category, a segment, a filter's value or a column's name: in
 * Unicode's form NFC, without blanks around it, 2.0 as 2 and -0 as 0. Nothing else is one: 01 is not 1, nor 1.10 1.1
 * (`paddedDecimals` tells decimals from versions by all names of both sides).
 */
export function plainText(text: string): string {
  if (!MAY_DIFFER.test(text)) {
    return text;
  }
  const trimmed = text.normalize('NFC').trim();
  const whole = ZEROS_BEHIND.exec(trimmed)?.[1] ?? trimmed;
  return whole === '-0' ? '0' : whole;
}
