import type { Categories } from './Distribution';

const WHOLE = /^(-?\d+)(?:\.0+)?$/;

/** The names that are known, such as the keys of a baseline's counts. */
export type KnownNames = Pick<ReadonlySet<string>, 'has' | 'keys'>;

/**
 * The counts with whole numbers spelt as the known names spell them: a table whose column has missing values is written
 * with "1.0" where another has "1", and Parquet and JSON hold 1. Nothing else is taken for the same: "01" is not "1".
 */
export function spelledAs(known: KnownNames, current: Categories): Categories {
  if (![...current.byCategory.keys()].some((name) => mayDiffer(known, name))) {
    return current;
  }
  const spell = spelling(known);
  const byCategory = new Map<string, number>();
  for (const [name, count] of current.byCategory) {
    const spelt = spell(name);
    byCategory.set(spelt, (byCategory.get(spelt) ?? 0) + count);
  }
  return { ...current, byCategory };
}

/** How the known names write a name: its own way, but for a whole number that they write otherwise. */
export function spelling(known: KnownNames): (name: string) => string {
  const spellings = new Map<string, string>();
  for (const name of known.keys()) {
    const whole = wholePart(name);
    // The first way where there are several.
    if (whole !== undefined && !spellings.has(whole)) {
      spellings.set(whole, name);
    }
  }
  return (name) => (mayDiffer(known, name) ? (spellings.get(wholePart(name) ?? name) ?? name) : name);
}

function mayDiffer(known: KnownNames, name: string): boolean {
  return !known.has(name) && WHOLE.test(name);
}

function wholePart(name: string): string | undefined {
  return WHOLE.exec(name)?.[1];
}
