import type { ColumnParity, ParitySides } from './compareColumns';
import type { ParityDifference } from './compareValues';
import { LEAST_DISTANCE } from './leastDistance';

type Found = Pick<ColumnParity, 'difference' | 'distance' | 'remaining'>;

/** So many standard errors of a share are no chance. */
const SURE = 4;
const squeeze = (text: string) => text.trim().replace(/\s+/g, ' ');
const WRITINGS: ReadonlyArray<readonly ['case' | 'whitespace' | 'case_and_whitespace', (text: string) => string]> = [
  ['case', (text) => text.toLowerCase()],
  ['whitespace', squeeze],
  ['case_and_whitespace', (text) => squeeze(text).toLowerCase()],
];

/** What makes the categories of both sides the same: another way of writing them, other names, or text that is cut off. */
export function compareCategories(
  training: readonly string[],
  served: readonly string[],
  { sameRows }: ParitySides
): Found {
  const [before, after] = [countsOf(training), countsOf(served)];
  const distance = distanceOf(before, after);
  if (distance === 0) {
    return { difference: { kind: 'same' }, distance, remaining: 0 };
  }
  const agrees = (change: (text: string) => string, both: boolean): number | null => {
    const [was, is] = [countsOf(training.map(change)), both ? countsOf(served.map(change)) : after];
    return isChance(was, is, sameRows) ? distanceOf(was, is) : null;
  };
  if (!sameRows && isChance(before, after, false)) {
    return { difference: { kind: 'alike' }, distance, remaining: distance };
  }
  for (const [kind, change] of WRITINGS) {
    const remaining = agrees(change, true);
    if (remaining !== null && training.some((text) => !after.has(text))) {
      return { difference: { kind }, distance, remaining };
    }
  }
  const length = served.reduce((most, text) => Math.max(most, text.length), 0);
  const remaining = agrees((text) => text.slice(0, length), false);
  if (remaining !== null && training.some((text) => text.length > length)) {
    return { difference: { kind: 'truncated_text', length }, distance, remaining };
  }
  const mapped = mappingOf(before, after, sameRows);
  const isSmall = !sameRows && distance < LEAST_DISTANCE;
  return mapped === null
    ? { difference: { kind: isSmall ? 'alike' : 'other' }, distance, remaining: distance }
    : { difference: mapped, distance, remaining: 0 };
}

/** Other names: by how often each occurs, where that tells all of those that changed apart. */
function mappingOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  sameRows: boolean
): ParityDifference | null {
  const byCount = (from: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
    [...from].filter(([name]) => !other.has(name)).sort(([, a], [, b]) => b - a);
  const [gone, fresh] = [byCount(before, after), byCount(after, before)];
  const totals = [totalOf(before), totalOf(after)] as const;
  const counts = gone.map(([, count]) => count);
  const isApart = counts.every((count, i) => i === 0 || !isAlike(counts[i - 1], count, totals[0], totals[0], sameRows));
  const isSame = gone.every(([, count], i) => isAlike(count, fresh[i]?.[1] ?? 0, ...totals, sameRows));
  return gone.length > 0 && gone.length === fresh.length && isApart && isSame
    ? { kind: 'mapped', categories: gone.length, example: [gone[0][0], fresh[0][0]] }
    : null;
}

function isChance(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, sameRows: boolean): boolean {
  const totals = [totalOf(before), totalOf(after)] as const;
  return [...new Set([...before.keys(), ...after.keys()])].every((name) =>
    isAlike(before.get(name) ?? 0, after.get(name) ?? 0, ...totals, sameRows)
  );
}

/** Whether two shares differ by no more than chance; of the same rows, not at all. */
function isAlike(a: number, b: number, n: number, m: number, sameRows: boolean): boolean {
  const share = (a + b) / (n + m);
  return sameRows ? a === b : Math.abs(a / n - b / m) <= SURE * Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
}

/** Total variation distance. */
function distanceOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  const [n, m] = [totalOf(before), totalOf(after)];
  const names = new Set([...before.keys(), ...after.keys()]);
  return (
    [...names].reduce((sum, name) => sum + Math.abs((before.get(name) ?? 0) / n - (after.get(name) ?? 0) / m), 0) / 2
  );
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return counts;
}
