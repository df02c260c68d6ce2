const DIGIT = /\p{Nd}/gu;
const MINUS = /[\u2212\uFE63\uFF0D]/g;
const SPACE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
const BEYOND_ASCII = /[^\x00-\x7f]/;

/**
 * A text with Unicode's other digits, minus signs and spaces as the plain ones: Arabic-Indic and full-width digits, U+2212,
 * no-break and thin spaces, full-width and Arabic points. None of them means anything else in a number.
 */
export function plainDigits(text: string): string {
  if (!BEYOND_ASCII.test(text)) {
    return text;
  }
  return text
    .replace(DIGIT, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)))
    .replace(MINUS, '-')
    .replace(SPACE, ' ')
    .replace(/[\uFF0E\u066B]/g, '.')
    .replace(/[\uFF0C\u066C]/g, ',')
    .replace(/\uFF0B/g, '+')
    .replace(/[\u2019\uFF07]/g, "'")
    .replace(/[\uFF05\u066A]/g, '%');
}

/** Decimal digits lie in runs of ten, 0 first, that begin where the code point before is no digit or ends another run. */
function digitValue(code: number): number {
  if (code < 0x80) {
    return code - 0x30;
  }
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero--;
  }
  // Runs that follow one another, the mathematical digits, begin at 1D7CE.
  return code >= 0x1d7ce && code <= 0x1d7ff ? (code - 0x1d7ce) % 10 : code - zero;
}
