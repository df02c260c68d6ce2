import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { Arm } from '../promql/union';
import { pointsOf } from '../windows/pointsOf';
import type { Run } from '../windows/runs';
import { amountArms, heldArms } from './heldArms';
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

/** What each window holds: one request for a run, and one more for the selectors of it with doubts. */
export async function learnHeld(
  client: PrometheusClient,
  { selectors, windows, runs, segmentBy, minimumCoverage }: HeldAsked,
  remarks: Remarks,
  options: RequestOptions
): Promise<Held> {
  const facts = new HeldFacts(segmentBy);
  const all = new Map<string, Map<number, HeldSelector>>();
  await Promise.all(
    runs.map(async (run) => {
      const wanted = selectors(run);
      for (const one of wanted) {
        const byWindow = all.get(one.id) ?? new Map<number, HeldSelector>();
        run.windows.forEach((window) => byWindow.set(window, one));
        all.set(one.id, byWindow);
      }
      const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
      const ask = async (some: readonly HeldSelector[], arms: (one: HeldSelector) => Arm[]) => {
        for (let from = 0; from < some.length; from += SELECTORS_AT_ONCE) {
          const group: Arm[] = some.slice(from, from + SELECTORS_AT_ONCE).flatMap(arms);
          facts.add(await askInParts(client, group, pointsOf(run), remarks, options), windowAt);
        }
      };
      await ask(wanted, (one) => heldArms(one, segmentBy, client.replicaLabels));
      await ask(
        wanted.filter(({ id, counter }) => counter && facts.isDoubtful(id, run.windows)),
        (one) => amountArms(one, segmentBy, client.isVictoria)
      );
    })
  );
  return new Held(all, facts, client.replicaLabels, minimumCoverage);
}
