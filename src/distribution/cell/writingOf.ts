import type { NumberForms } from '../../query/cellForms';
import { isWrittenWithComma } from '../isWrittenWithComma';
import { isDateText } from './isDateText';
import { isTimeText } from './isTimeText';
import { numberReader, type ReadNumber } from './numberReader';
import { parseDuration } from './parseDuration';
import { plainDigits } from './plainDigits';

export const WRITINGS = [
  'decimal_comma',
  'thousands',
  'currency',
  'percent',
  'accounting',
  'duration',
  'date',
] as const;

/** How a text that is no plain number or ISO time may be one all the same. */
export type Writing = (typeof WRITINGS)[number];

const READERS = ([undefined, ',', '.', ' ', "'", '_'] as const).flatMap((thousands) =>
  (['.', ','] as const)
    .filter((decimal) => decimal !== thousands)
    .map((decimal): NumberForms => ({ decimal, thousands }))
);
const reads = (more: NumberForms): readonly ReadNumber[] => READERS.map((forms) => numberReader({ ...forms, ...more }));
const PLAINLY = reads({});
const WITH_PERCENT = reads({ percent: true });
const WITH_CURRENCY = reads({ currency: true });

/** The writing by which a text would be a number or a time; null where there is none. */
export function writingOf(text: string): Writing | null {
  if (!/\p{Nd}/u.test(text)) {
    return null;
  }
  const plain = plainDigits(text).trim();
  if (isWrittenWithComma(plain)) {
    return 'decimal_comma';
  }
  const fits = (readers: readonly ReadNumber[]) => readers.some((read) => typeof read(plain) === 'number');
  if (plain.includes('%')) {
    return fits(WITH_PERCENT) ? 'percent' : null;
  }
  if (fits(PLAINLY)) {
    return /^\(.*\)$|-$/.test(plain)
      ? 'accounting'
      : /,\d+(?:e[+-]?\d+)?$/i.test(plain)
        ? 'decimal_comma'
        : 'thousands';
  }
  if (parseDuration(plain) !== null) {
    return 'duration';
  }
  if (isDateText(plain) && !isTimeText(plain)) {
    return 'date';
  }
  return fits(WITH_CURRENCY) ? 'currency' : null;
}
