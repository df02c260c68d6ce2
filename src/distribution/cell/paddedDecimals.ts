const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;
/** One pair alone may be two versions: 1.1 and 1.10. */
const LEAST_PAIRS = 2;

/**
 * The known names of other names that are the same numbers, where one side pads its decimals, as a database writes
 * decimal(6,2) (0.10, 1.00, 1.01), and the other does not (0.1, 1, 1.01). Empty unless all names are decimal numbers, the
 * names of one side have equally many decimals, no name of the other ends in a needless zero, and half of the padded side
 * or more, two numbers with a needless zero among them, are on the other side too: versions (1.9, 1.10) stay what they are.
 */
export function paddedDecimals(known: readonly string[], others: readonly string[]): ReadonlyMap<string, string> {
  const [ofKnown, ofOthers] = [byNumber(known), byNumber(others)];
  if (ofKnown === null || ofOthers === null) {
    return new Map();
  }
  const shared = [...ofOthers].filter(([number]) => ofKnown.has(number));
  const padded = isPadded(known) && isShort(others) ? known : isPadded(others) && isShort(known) ? others : null;
  const pairs = shared.filter(
    ([number]) => !isShort([ofKnown.get(number) ?? '']) || !isShort([ofOthers.get(number) ?? ''])
  );
  if (padded === null || pairs.length < LEAST_PAIRS || 2 * shared.length < padded.length) {
    return new Map();
  }
  return new Map(shared.map(([number, name]) => [name, ofKnown.get(number) ?? name]));
}

/** Null if a name is not a decimal number, or two are the same. */
function byNumber(names: readonly string[]): Map<string, string> | null {
  if (!names.every((name) => DECIMAL.test(name))) {
    return null;
  }
  const numbers = new Map(names.map((name) => [shortest(name), name]));
  return numbers.size === names.length ? numbers : null;
}

function isPadded(names: readonly string[]): boolean {
  const decimals = new Set(names.map((name) => DECIMAL.exec(name)?.[1]?.length ?? 0));
  return decimals.size === 1 && !decimals.has(0) && !isShort(names);
}

/** "1.0" counts as short: so is a whole number written among decimals. */
function isShort(names: readonly string[]): boolean {
  return names.every((name) => /\.0$/.test(name) || shortest(name) === name);
}

function shortest(name: string): string {
  return name.includes('.') ? name.replace(/\.?0+$/, '') : name;
}
