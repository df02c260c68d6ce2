import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { spelledLike } from '../../distribution/spelledLike';
import type { FeatureType } from '../../query/featureType';
import { distance } from '../../statistics/quality/distance';
import { bandOf } from '../../statistics/quality/band';
import { presentIn } from '../../verdict/quality/shares';
import type { Checked, CheckOutcome } from '../../verdict/quality/Finding';
import { renameCandidates } from './renameCandidates';

/** A column in one window and segment. */
export interface ColumnSides {
  readonly name: string;
  readonly type: FeatureType;
  readonly current: Distribution;
  readonly baseline: Distribution | null;
  readonly past: readonly Distribution[];
  /** Whether a baseline is there that the column could be in. */
  readonly compared: boolean;
  readonly candidate: boolean;
}

/** Fewer rows without a value may be chance. */
const LEAST_ROWS = 10;
const LEAST_VALUES = 30;
/** Distributions whose largest difference of shares is below this agree, where past windows don't tell what is usual. */
const AGREE = 0.1;

/** Columns that are new or gone, by name; one that is gone and one that is new whose values agree are one, renamed. */
export function columnChecks(columns: readonly ColumnSides[]): Map<string, CheckOutcome> {
  const gone = new Set(columns.filter((column) => !column.candidate && isGone(column)));
  const added = new Set(columns.filter(isNew));
  const renamed = pairUp([...gone], [...added]);
  const named = new Set(Array.from(renamed.values(), ({ to }) => to.name));
  const outcomes = new Map<string, CheckOutcome>();
  for (const column of columns.filter(({ candidate }) => !candidate)) {
    const now = renamed.get(column.name);
    const isNamed = named.has(column.name);
    if (gone.has(column)) {
      outcomes.set(column.name, { checked: [now === undefined ? vanished(column) : wasRenamed(column, now)] });
    } else if (column.current.counts.total === 0) {
      outcomes.set(column.name, { checked: [], unchecked: 'there are no rows' });
    } else {
      outcomes.set(column.name, { checked: [added.has(column) && !isNamed ? newColumn(column) : inOrder()] });
    }
  }
  return outcomes;
}

function isGone({ current, baseline, past, compared }: ColumnSides): boolean {
  if (current.counts.total < LEAST_ROWS || presentIn(current) > 0) {
    return false;
  }
  if (!compared) {
    return true;
  }
  return (
    baseline !== null &&
    chanceOfNone(baseline, current) < 1e-6 &&
    past.every((window) => window.counts.total < LEAST_ROWS || presentIn(window) > 0)
  );
}

/** That all rows would miss the value if each did as often as in the baseline. */
function chanceOfNone(baseline: Distribution, { counts }: Distribution): number {
  const { total } = baseline.counts;
  return total === 0 ? 1 : Math.pow(1 - presentIn(baseline) / total, counts.total);
}

function isNew({ current, baseline, compared }: ColumnSides): boolean {
  return (
    compared &&
    presentIn(current) > 0 &&
    (baseline === null || (baseline.counts.total > 0 && presentIn(baseline) === 0))
  );
}

interface Renaming {
  readonly to: ColumnSides;
  readonly difference: number;
  readonly limit: number;
}

/** Each vanished column with the new one that agrees best, the best pairs first. */
function pairUp(gone: readonly ColumnSides[], added: readonly ColumnSides[]): Map<string, Renaming> {
  const near = renameCandidates(added);
  const pairs = gone
    .flatMap((from) => {
      const limit = usualDifference(from);
      return near(from).map((to) => ({ from, to, difference: differenceOf(from.baseline, to.current), limit }));
    })
    .filter(({ difference, limit }) => difference <= limit)
    .sort((a, b) => a.difference - b.difference);
  const found = new Map<string, Renaming>();
  const taken = new Set<ColumnSides>();
  for (const { from, ...pair } of pairs) {
    if (!found.has(from.name) && !taken.has(pair.to)) {
      found.set(from.name, pair);
      taken.add(pair.to);
    }
  }
  return found;
}

/** The largest difference of a past window from the baseline as a whole: the new column may differ as much. */
function usualDifference({ baseline, past }: ColumnSides): number {
  const usual = bandOf(
    past.filter((one) => numberOfValues(one) >= LEAST_VALUES).map((one) => differenceOf(baseline, one))
  );
  return Math.min(0.5, Math.max(AGREE, usual?.high ?? 0));
}

function differenceOf(baseline: Distribution | null, current: Distribution): number {
  const few = baseline === null || Math.min(numberOfValues(baseline), numberOfValues(current)) < LEAST_VALUES;
  return few ? Infinity : distance(baseline, spelledLike(baseline, current));
}

function vanished({ baseline }: ColumnSides): Checked {
  const facts = { rows_baseline: baseline === null ? null : presentIn(baseline) };
  return { check: 'columns', code: 'column_vanished', pValue: null, notable: true, severity: 2, facts };
}

function wasRenamed(_: ColumnSides, { to, difference, limit }: Renaming): Checked {
  const facts = {
    renamed_to: to.name,
    difference,
    limit,
    total: numberOfValues(to.current),
  };
  return { check: 'columns', code: 'column_renamed', pValue: null, notable: true, severity: 2, facts };
}

function newColumn({ current }: ColumnSides): Checked {
  const facts = { count: presentIn(current) };
  return { check: 'columns', code: 'column_new', pValue: null, notable: true, severity: 1, facts };
}

function inOrder(): Checked {
  return { check: 'columns', code: 'column_vanished', pValue: null, notable: false, severity: 2, facts: {} };
}
