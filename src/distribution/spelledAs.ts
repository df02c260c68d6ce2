import type { Categories } from './Distribution';

const WHOLE = /^(-?\d+)(?:\.0+)?$/;

/**
 * The counts with whole numbers spelt as the baseline spells them: a table whose column has missing values is written
 * with "1.0" where another has "1", and Parquet and JSON hold 1. Nothing else is taken for the same: "01" is not "1".
 */
export function spelledAs(baseline: Categories, current: Categories): Categories {
  const unknown = [...current.byCategory.keys()].filter((name) => !baseline.byCategory.has(name) && WHOLE.test(name));
  if (unknown.length === 0) {
    return current;
  }
  const spelling = spellingsOf(baseline);
  const known = new Map(unknown.map((name) => [name, spelling.get(wholePart(name) ?? name)]));
  const byCategory = new Map<string, number>();
  for (const [name, count] of current.byCategory) {
    const spelt = known.get(name) ?? name;
    byCategory.set(spelt, (byCategory.get(spelt) ?? 0) + count);
  }
  return { ...current, byCategory };
}

/** How the baseline writes each whole number; the first way where it has several. */
function spellingsOf({ byCategory }: Categories): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const name of byCategory.keys()) {
    const whole = wholePart(name);
    if (whole !== undefined && !spellings.has(whole)) {
      spellings.set(whole, name);
    }
  }
  return spellings;
}

function wholePart(name: string): string | undefined {
  return WHOLE.exec(name)?.[1];
}
