import type { LabelDelays } from './PerformanceBoard';

/** The steps up to the last one at which labels came: later ones, of rows that never get a label, tell nothing. */
export function untilComplete({ ages, shares }: LabelDelays): Pick<LabelDelays, 'ages' | 'shares'> {
  const last = shares.findIndex((share) => share >= (shares.at(-1) ?? 0));
  return { ages: ages.slice(0, last + 1), shares: shares.slice(0, last + 1) };
}
