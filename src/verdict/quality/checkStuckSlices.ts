import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { Slice } from './checkSlices';
import { onlyValue } from './checkStuck';
import type { CheckOutcome } from './Finding';

/** Slices in a row, and values in them, before a sensor is called stuck. */
const LEAST_SLICES = 3;
const LEAST_VALUES = 30;
/** A value with so many runs of the baseline, and such a share of them, is alone by habit, as zero is at night. */
const HABITUAL_RUNS = 5;
const HABITUAL_SHARE = 0.1;

/**
 * A number that stays the same over several slices in a row, longer than that number ever did in the baseline, and than any
 * other that is not alone by habit: nights full of zeros say nothing of how long a sensor reads 412.7.
 */
export function checkStuckSlices(feature: string, slices: readonly Slice[], past: readonly Slice[]): CheckOutcome {
  const filled = past.filter(({ byFeature }) => valuesIn(byFeature.get(feature)) > 1);
  if (filled.length < LEAST_SLICES || slices.length < LEAST_SLICES) {
    return { checked: [] };
  }
  const before = runsIn(feature, past);
  const runs = runsIn(feature, slices).map((run) => ({ run, usual: usualSlices(run, before) }));
  const stuck = runs.filter(({ run, usual }) => isStuck(run, usual));
  const { run, usual } = longest(stuck.length > 0 ? stuck : runs) ?? { run: NONE, usual: 0 };
  const facts = {
    value: run.value,
    slices: run.slices,
    count: run.values,
    from: run.from,
    to: run.to,
    slices_baseline: usual,
  };
  return {
    checked: [{ check: 'stuck', code: 'stuck', pValue: null, notable: stuck.length > 0, severity: 2, facts }],
  };
}

interface Run {
  readonly value: string | null;
  readonly slices: number;
  readonly values: number;
  readonly from: number | null;
  readonly to: number | null;
}

interface Compared {
  readonly run: Run;
  /** The longest that the baseline makes usual. */
  readonly usual: number;
}

const NONE: Run = { value: null, slices: 0, values: 0, from: null, to: null };

function isStuck({ slices, values }: Run, usual: number): boolean {
  return slices >= LEAST_SLICES && values >= LEAST_VALUES && slices >= 1.5 * usual && slices > usual + 1;
}

function usualSlices({ value }: Run, before: readonly Run[]): number {
  const runs = new Map<string | null, number>();
  before.forEach((run) => runs.set(run.value, (runs.get(run.value) ?? 0) + 1));
  const isHabitual = ({ value: other }: Run) => {
    const count = runs.get(other) ?? 0;
    return count >= HABITUAL_RUNS && count >= HABITUAL_SHARE * before.length;
  };
  const comparable = before.filter((run) => run.value === value || !isHabitual(run));
  return comparable.reduce((most, { slices }) => Math.max(most, slices), 0);
}

function longest(runs: readonly Compared[]): Compared | undefined {
  return runs.reduce<Compared | undefined>(
    (best, one) => (best === undefined || one.run.slices > best.run.slices ? one : best),
    undefined
  );
}

/** Slices without values neither end a run nor count for it; those of a single value prove nothing. */
function runsIn(feature: string, slices: readonly Slice[]): Run[] {
  const runs: Run[] = [];
  let run = NONE;
  const end = () => {
    if (run.slices > 0) {
      runs.push(run);
    }
  };
  for (const slice of slices) {
    const distribution = slice.byFeature.get(feature);
    const values = valuesIn(distribution);
    if (distribution === undefined || values === 0) {
      continue;
    }
    const value = onlyValue(distribution);
    if (value !== null && value === run.value) {
      run = { ...run, slices: run.slices + 1, values: run.values + values, to: slice.to };
    } else {
      end();
      run = value === null ? NONE : { value, slices: 1, values, from: slice.from, to: slice.to };
    }
  }
  end();
  return runs;
}

function valuesIn(distribution: Distribution | undefined): number {
  return distribution === undefined ? 0 : numberOfValues(distribution);
}
