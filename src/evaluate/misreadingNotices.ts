import { IN_WORDS, type Misreading, MISREADINGS } from '../distribution/misreading';
import type { FieldDescription } from '../sources/Source';
import { type Warning, warning } from '../sources/Notice';
import { someNames } from './someNames';

type Described = Pick<FieldDescription, 'name' | 'misreading'>;

/** Says which columns may be something else than they are taken for, by how they are written, and what to do. */
export function misreadingNotices(fields: readonly Described[]): Warning[] {
  return MISREADINGS.flatMap((misreading) => {
    const names = fields.filter((field) => field.misreading === misreading).map(({ name }) => name);
    return names.length === 0 ? [] : [warning(sentence(misreading, names))];
  });
}

function sentence(misreading: Misreading, names: readonly string[]): string {
  const [look, are] = names.length === 1 ? ['looks', 'is'] : ['look', 'are'];
  const what = `${look} like ${IN_WORDS[misreading]}`;
  switch (misreading) {
    case 'decimal_comma':
      return `${someNames(names)} ${what}, such as 12,5, and ${are} taken for text: write 12.5. If text is right, set the type to categorical.`;
    case 'epoch_milliseconds':
      return `${someNames(names)} ${what}, and ${are} not taken for times: write times as 2026-01-31T12:00:00Z, or leave ${names.length === 1 ? 'it' : 'them'} out. If numbers are right, set the type to numeric.`;
  }
}
