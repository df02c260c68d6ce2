import { plainDigits } from '../distribution/cell/plainDigits';
import { IN_WORDS, type Misreading, MISREADINGS } from '../distribution/misreading';
import type { FieldDescription } from '../sources/Source';
import { type Warning, warning } from '../sources/Notice';
import { someNames } from './someNames';

type Described = Pick<FieldDescription, 'name' | 'misreading' | 'example' | 'unusable'>;

/** Says which columns may be something else than they are taken for, by how they are written, and what to do. */
export function misreadingNotices(fields: readonly Described[]): Warning[] {
  return MISREADINGS.flatMap((misreading) => {
    const found = fields.filter((field) => field.misreading === misreading);
    return found.length === 0 ? [] : [warning(sentence(misreading, found))];
  });
}

/** Why a column that is misread has no verdict, and what to do; undefined where it can be judged as it is. */
export function whyUnusable({ misreading, unusable, example }: Described): string | undefined {
  return unusable === true && misreading !== undefined && misreading !== 'epoch_milliseconds'
    ? `Values look like ${IN_WORDS[misreading]}${suchAs(example)}, and weren't compared. ${adviceFor(misreading, example)}`
    : undefined;
}

function sentence(misreading: Misreading, fields: readonly Described[]): string {
  const names = fields.map(({ name }) => name);
  const [look, are] = names.length === 1 ? ['looks', 'is'] : ['look', 'are'];
  const what = `${look} like ${IN_WORDS[misreading]}`;
  if (misreading === 'epoch_milliseconds') {
    return `${someNames(names)} ${what}, but ${are} read as numbers. Write times as 2026-01-31T12:00:00Z, or exclude the ${names.length === 1 ? 'column' : 'columns'}. If numbers are right, set the type to numeric.`;
  }
  const example = fields.find((field) => field.example !== undefined)?.example;
  return `${someNames(names)} ${what}${suchAs(example)}, but ${are} read as text. ${adviceFor(misreading, example)}`;
}

/** A value of the data; nothing where none is known, as of a profile. */
function suchAs(example: string | undefined): string {
  return example === undefined ? '' : `, such as "${example}"`;
}

/** What such values are read with, where none of the data is known. */
const EXAMPLES: Readonly<Record<Misreading, string>> = {
  decimal_comma: '12,5',
  thousands: "12'345",
  currency: '€12.50',
  percent: '12.5%',
  accounting: '(12.5)',
  duration: '00:11:25',
  date: '31/12/2026',
  epoch_milliseconds: '1700000000000',
};

function adviceFor(misreading: Exclude<Misreading, 'epoch_milliseconds'>, example = EXAMPLES[misreading]): string {
  if (misreading === 'date') {
    return 'Write dates as 2026-01-31 or 2026-01-31T12:00:00Z. If text is right, set the type to categorical.';
  }
  const plainly = misreading === 'duration' ? 'Write seconds' : 'Write plain numbers, such as 12.5';
  return `${plainly}, or set "numbers" to ${settingFor(misreading, example)} for the feature or the connection. If text is right, set the type to categorical.`;
}

/** The keys that read the example. */
function settingFor(misreading: Exclude<Misreading, 'epoch_milliseconds'>, example: string): string {
  const text = plainDigits(example);
  const thousands = /\d([ '_])\d{3}/.exec(text)?.[1] ?? /\d([.,])\d{3}(?:[.,]|$)/.exec(text)?.[1];
  const keys = [
    ...(/,\d+\D*$/.test(text) && thousands !== ',' ? ['decimal: ","'] : []),
    ...(thousands === undefined ? [] : [`thousands: "${thousands}"`]),
    ...(misreading === 'currency' || misreading === 'percent' || misreading === 'duration'
      ? [`${misreading}: true`]
      : []),
  ];
  return `{${keys.length > 0 ? keys.join(', ') : 'decimal: "."'}}`;
}
