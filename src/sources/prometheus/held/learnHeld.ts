import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { Arm } from '../promql/union';
import { pointsOf } from '../windows/pointsOf';
import { partOfRun } from '../windows/partOfRun';
import type { Run } from '../windows/runs';
import { amountArms, gapArms, heldArms, scrapesArm, SHORT } from './heldArms';
import { Held } from './Held';
import { HeldFacts } from './HeldFacts';
import type { HeldSelector } from './HeldSelector';

export interface HeldAsked {
  /** Those that are read over the windows of a run; ids are the same in all runs. */
  readonly selectors: (run: Run) => readonly HeldSelector[];
  readonly windows: readonly TimeRange[];
  readonly runs: readonly Run[];
  readonly segmentBy: readonly string[];
  readonly minimumCoverage?: number;
}

/** Selectors in one request: each window has few numbers of each. */
export const SELECTORS_AT_ONCE = 100;

/**
 * What each window holds: one request for a run; two more for the selectors and windows of it whose samples don't reach from
 * end to end, and one for those with doubts.
 */
export async function learnHeld(
  client: PrometheusClient,
  { selectors, windows, runs, segmentBy, minimumCoverage }: HeldAsked,
  remarks: Remarks,
  options: RequestOptions
): Promise<Held> {
  const facts = new HeldFacts(segmentBy);
  const all = new Map<string, Map<number, HeldSelector>>();
  const ask = async (some: readonly HeldSelector[], run: Run, arms: (one: HeldSelector) => Arm[]) => {
    const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
    for (let from = 0; from < some.length; from += SELECTORS_AT_ONCE) {
      const group: Arm[] = some.slice(from, from + SELECTORS_AT_ONCE).flatMap(arms);
      facts.add(await askInParts(client, group, pointsOf(run), remarks, options), windowAt);
    }
  };
  const askMore = async (
    some: readonly HeldSelector[],
    run: Run,
    isWanted: (id: string, window: number) => boolean,
    arms: (one: HeldSelector) => Arm[]
  ) => {
    const wanted = some.filter(({ id }) => run.windows.some((window) => isWanted(id, window)));
    const part = partOfRun(run, (window) => wanted.some(({ id }) => isWanted(id, window)));
    await (part === null ? undefined : ask(wanted, part, arms));
  };
  const wanted = new Map(runs.map((run) => [run, selectors(run)]));
  for (const [run, some] of wanted) {
    for (const one of some) {
      const byWindow = all.get(one.id) ?? new Map<number, HeldSelector>();
      run.windows.forEach((window) => byWindow.set(window, one));
      all.set(one.id, byWindow);
    }
  }
  await Promise.all(
    [...wanted].map(([run, some]) => ask(some, run, (one) => heldArms(one, segmentBy, client.replicaLabels)))
  );
  const isOpen = (id: string, window: number) => facts.cover(id, 'late', window) === undefined;
  const isDoubtful = (id: string, window: number) => facts.isDoubtful(id, window);
  const open = new Set(
    [...all].filter(([id, windowsOf]) => [...windowsOf.keys()].some((window) => isOpen(id, window))).map(([id]) => id)
  );
  await Promise.all(
    [...wanted].flatMap(([run, some]) => [
      askMore(some, run, isOpen, gapArms),
      ask(
        some.filter(({ id, range }) => range >= SHORT && open.has(id)),
        run,
        (one) => [scrapesArm(one)]
      ),
      askMore(
        some.filter(({ counter }) => counter),
        run,
        isDoubtful,
        (one) => amountArms(one, segmentBy, client.isVictoria)
      ),
    ])
  );
  return new Held(all, facts, client.replicaLabels, minimumCoverage);
}
