/** How many different things occur how often: occurrences by how many there are of them. */
export type Multiplicity = ReadonlyMap<number, number>;

/** Of counts, one for each different thing. */
export function multiplicityOf(counts: Iterable<number>): Multiplicity {
  const found = new Map<number, number>();
  for (const count of counts) {
    if (count > 0) {
      found.set(count, (found.get(count) ?? 0) + 1);
    }
  }
  return found;
}

/** Of values in order. */
export function multiplicityOfSorted(sorted: Float64Array): Multiplicity {
  return multiplicityOf(runsIn(sorted));
}

/** Things of several places, each of them another one in each. */
export function together(all: readonly Multiplicity[]): Multiplicity {
  const found = new Map<number, number>();
  all.forEach((one) => one.forEach((different, times) => found.set(times, (found.get(times) ?? 0) + different)));
  return found;
}

function* runsIn(sorted: Float64Array): Generator<number> {
  for (let from = 0, i = 1; i <= sorted.length; i++) {
    if (i === sorted.length || sorted[i] !== sorted[from]) {
      yield i - from;
      from = i;
    }
  }
}
