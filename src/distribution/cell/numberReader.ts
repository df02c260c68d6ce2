import type { NumberForms } from '../../query/cellForms';
import { parseNumber } from '../parseNumber';
import { parseDuration } from './parseDuration';
import { plainDigits } from './plainDigits';

export type ReadNumber = (text: string) => number | 'missing' | 'mistyped';

/** Codes that are written beside amounts most; any three capitals would be taken for one in UAL1545. */
const CODES =
  'USD|EUR|GBP|JPY|CNY|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|AUD|CAD|NZD|INR|BRL|MXN|ZAR|KRW|SGD|HKD|TRY|RUB|ILS|THB|IDR';
const SIGNS = `[A-Z]{0,2}\\p{Sc}|R\\$|${CODES}|kr\\.?|zł|Kč|Ft|Fr\\.?`;
const CURRENCY = new RegExp(`^(?:${SIGNS})\\s*|\\s*(?:${SIGNS})$`, 'gu');
const IN_BRACKETS = /^\((.*)\)$/;

/** Reads numbers in the given forms; a negative may be written (12.3) or 12.3- too. What fits none of them is mistyped. */
export function numberReader(forms: NumberForms): ReadNumber {
  return (text) => {
    const plain = plainDigits(text).trim();
    const seconds = forms.duration === true ? parseDuration(plain) : null;
    if (seconds !== null) {
      return seconds;
    }
    // 1.234 is no number where a comma parts the fraction: it may be a thousand.
    const isPlain = forms.decimal !== ',' || !plain.includes('.');
    const value = isPlain ? parseNumber(plain) : 'mistyped';
    return value === 'mistyped' ? parseWritten(plain, forms) : value;
  };
}

function parseWritten(text: string, forms: NumberForms): number | 'mistyped' {
  const { decimal = '.', thousands } = forms;
  const inBrackets = IN_BRACKETS.exec(text)?.[1];
  const { digits: rest, minus } = unsigned((inBrackets ?? text).trim(), forms);
  const negatives = minus + Number(inBrackets !== undefined);
  const pattern = DIGITS[`${decimal}${thousands ?? ''}`] ?? digits(decimal, thousands);
  if (negatives > 1 || !pattern.test(rest)) {
    return 'mistyped';
  }
  const ungrouped = thousands === undefined ? rest : rest.split(thousands).join('');
  const value = Number(decimal === ',' ? ungrouped.replace(',', '.') : ungrouped);
  return negatives === 1 ? -value : value;
}

/** Without its sign, currency and percent sign, and how many minus signs it had: in front, behind, or behind the currency. */
function unsigned(text: string, { currency = false, percent = false }: NumberForms) {
  let minus = 0;
  const withoutSign = (part: string) =>
    part.replace(/^[+-]\s*|\s*-$/, (found) => {
      minus += Number(found.includes('-'));
      return '';
    });
  const plain = withoutSign(percent ? text.replace(/\s*%$|^%\s*/, '') : text);
  return { digits: withoutSign(withoutCurrency(plain, currency)), minus };
}

function withoutCurrency(text: string, currency: boolean | string): string {
  if (currency === false) {
    return text;
  }
  if (currency === true) {
    return text.replace(CURRENCY, '');
  }
  const isFirst = text.startsWith(currency);
  return (
    isFirst ? text.slice(currency.length) : text.endsWith(currency) ? text.slice(0, -currency.length) : text
  ).trim();
}

const DIGITS: Record<string, RegExp> = {};

/** Groups of three, or two before the last three as in India: 12,34,567. */
function digits(decimal: string, thousands: string | undefined): RegExp {
  const escape = (text: string) => text.replace(/[.]/g, '\\$&');
  const whole =
    thousands === undefined ? '\\d+' : `(?:\\d+|\\d{1,3}(?:${escape(thousands)}\\d{2,3})*${escape(thousands)}\\d{3})`;
  const pattern = new RegExp(`^(?:${whole}(?:${escape(decimal)}\\d*)?|${escape(decimal)}\\d+)(?:[eE][+-]?\\d+)?$`);
  DIGITS[`${decimal}${thousands ?? ''}`] = pattern;
  return pattern;
}
