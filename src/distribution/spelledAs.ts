import { paddedDecimals } from './cell/paddedDecimals';
import { plainText } from './cell/plainText';
import type { Categories } from './Distribution';

/** The names that are known, such as the keys of a baseline's counts. */
export type KnownNames = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/**
 * The counts with names spelt as the known names spell them, wherever the two are one by `plainText`: in another Unicode
 * form, with blanks around them, 2.0 for 2, since a table whose column has missing values is written with "1.0" where another
 * has "1"; or by `paddedDecimals`, where one side writes 0.10 and 1.00, and the other 0.1 and 1. Nothing else is taken for
 * the same: "01" is not "1". How they were written is kept as `written`.
 */
export function spelledAs(known: KnownNames, current: Categories): Categories {
  const names = [...current.byCategory.keys()];
  const padded = paddedDecimals([...known.keys()], names);
  const plain = spelling(known, names);
  return respelled(current, (name) => padded.get(name) ?? plain(name));
}

/** The counts with all spellings of a name put together, under the one that the most values have. */
export function inOneSpelling(categories: Categories): Categories {
  const byCount = [...categories.byCategory].sort(([, a], [, b]) => b - a);
  return respelled(
    categories,
    spelling(
      new Set(),
      byCount.map(([name]) => name)
    )
  );
}

/** How the known names write a name, the first of those that are one; else as the first of the others that is one with it. */
export function spelling(known: KnownNames, others: Iterable<string> = []): (name: string) => string {
  const spellings = new Map<string, string>();
  for (const names of [known.keys(), others]) {
    for (const name of names) {
      const plain = plainText(name);
      if (!spellings.has(plain)) {
        spellings.set(plain, name);
      }
    }
  }
  return (name) => spellings.get(plainText(name)) ?? name;
}

function respelled(categories: Categories, spell: (name: string) => string): Categories {
  const { byCategory } = categories;
  let isSame = true;
  for (const name of byCategory.keys()) {
    isSame &&= spell(name) === name;
  }
  if (isSame) {
    return categories;
  }
  const together = new Map<string, number>();
  for (const [name, count] of byCategory) {
    const spelt = spell(name);
    together.set(spelt, (together.get(spelt) ?? 0) + count);
  }
  return { ...categories, byCategory: together, written: categories.written ?? byCategory };
}
