import type { Categories } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { spelling } from '../../distribution/spelledAs';
import { holm } from '../../statistics/corrections/holm';
import { onlyNow, rateChange } from '../../statistics/quality/binomial';
import { LEAST_WINDOWS } from '../../statistics/quality/band';
import { chanceOfNone } from './chanceOfNone';
import type { Checked, CheckOutcome, FeatureSides } from './Finding';

/** A category of this share and more is part of what the feature is: that it is new or gone is broken data. */
const LARGE = 0.05;
/** Rarer ones come and go. */
const LEAST_SHARE = 0.001;
const MOST_NAMED = 5;

/** Categories that the baseline does not have, and those that are gone although every window of it had them. */
export function checkCategories({
  current,
  baseline,
  past,
  identifier,
  expect,
  type,
  minimumCount = 0,
}: FeatureSides): CheckOutcome {
  if (type === 'text' || identifier || current.kind !== 'categories' || baseline?.kind !== 'categories') {
    return { checked: [] };
  }
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  if (n === 0 || m === 0) {
    return { checked: [], unchecked: 'there are no values' };
  }
  if (baseline.byCategory.size > n / 2) {
    return { checked: [] };
  }
  const names = [...new Set([...baseline.byCategory.keys(), ...current.byCategory.keys()])];
  const pValues = holm(
    names.map((name) => changeOf(baseline.byCategory.get(name) ?? 0, n, current.byCategory.get(name) ?? 0, m))
  );
  const all = names.map((name, i) => ({ name, p: pValues[i] }));
  const added = baseline.rest > 0 ? [] : all.filter(({ name }) => !baseline.byCategory.get(name));
  const gone = current.rest > 0 ? [] : all.filter(({ name }) => !current.byCategory.get(name));
  const allowed = new Set(expect.allowed ?? []);
  const spelt = spelling(allowed);
  const checked = [
    ...added.filter(({ name }) => !allowed.has(spelt(name))).map(({ name, p }) => newCategory(current, name, p, m)),
    ...gone.map(({ name, p }) => vanished({ baseline, current, past }, name, p)),
  ].sort((a, b) => Number(b.facts.share) - Number(a.facts.share));
  const notable = checked.filter((one) => one.notable);
  const others = Math.max(0, notable.length - MOST_NAMED);
  return {
    checked: [
      ...notable.slice(0, MOST_NAMED).map((one) => {
        const isNamed = Number(one.facts.count) >= minimumCount;
        return { ...one, facts: { ...one.facts, others, ...(!isNamed && { category: null }) } };
      }),
      // One p-value stands for the others: Holm has counted them.
      ...(notable.length === 0 ? [nothingNew(pValues)] : []),
    ],
    ...(baseline.rest > 0 && {
      unchecked: 'the store lists only the most frequent categories: new ones are not told apart',
    }),
  };
}

function changeOf(before: number, n: number, now: number, m: number): number | null {
  return before === 0 ? onlyNow(now, n, m) : rateChange(before, n, now, m);
}

function newCategory(current: Categories, name: string, pValue: number | null, m: number): Checked {
  const count = current.byCategory.get(name) ?? 0;
  const share = count / m;
  const facts = { category: name, count, share, total: m };
  const notable = share >= LEAST_SHARE && count > 1;
  return { check: 'categories', code: 'category_new', pValue, notable, severity: share >= LARGE ? 2 : 1, facts };
}

function vanished(
  { baseline, current, past }: { baseline: Categories; current: Categories; past: FeatureSides['past'] },
  name: string,
  pValue: number | null
): Checked {
  const shareOf = ({ byCategory }: Categories, total: number) => (byCategory.get(name) ?? 0) / total;
  const [n, m] = [numberOfValues(baseline), numberOfValues(current)];
  const share = shareOf(baseline, n);
  const filled = past.filter((window) => window.kind === 'categories').filter((window) => numberOfValues(window) > 0);
  const shares = filled.map((window) => shareOf(window, numberOfValues(window)));
  const isKnown = filled.length >= LEAST_WINDOWS;
  const always = shares.every((one) => one > 0);
  return {
    check: 'categories',
    code: 'category_vanished',
    pValue: pValue === null ? null : Math.max(pValue, always ? chanceOfNone(shares, m) : 0),
    notable: share >= LEAST_SHARE && (!isKnown || always),
    severity: share >= LARGE ? 2 : 1,
    facts: { category: name, count: baseline.byCategory.get(name) ?? 0, share, total: n, windows: filled.length },
  };
}

function nothingNew(pValues: ReadonlyArray<number | null>): Checked {
  const pValue = pValues.reduce<number | null>((least, p) => (p === null ? least : Math.min(least ?? 1, p)), null);
  return { check: 'categories', code: 'category_new', pValue, notable: false, severity: 1, facts: {} };
}
