import { ProfileSource } from '../baseline/profile/ProfileSource';
import type { Profile } from '../baseline/profile/profileSchema';
import { readProfile } from '../baseline/profile/readProfile';
import { BadQuery } from '../query/BadQuery';
import type { TimeRange } from '../query/time';
import { type BaselineSide, baselineOf, type WithBaseline } from './baselineOf';
import { connectionName, sourceOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import { openModel } from './modelBaseline';
import type { Place } from './settleFeatures';

/**
 * Settles where the baseline comes from and opens it; a stored one is read. Where it lies in the connection of the current
 * side, it is that source, which so asks a store for its fields once. Throws a BadQuery or a SourceError.
 */
export async function openBaseline(
  query: WithBaseline,
  windows: ReadonlyArray<TimeRange | null>,
  context: Pick<EvaluateContext, 'now' | 'connections' | 'access' | 'profiles' | 'baselines' | 'signal'>,
  current?: Place
): Promise<{ readonly side: BaselineSide; readonly place: Place }> {
  const { baseline } = query;
  const { now, connections, access, profiles } = context;
  if (baseline.kind === 'model') {
    return openModel(baseline, windows, context);
  }
  if (baseline.kind !== 'profile') {
    const side = baselineOf(query, windows, now);
    const [own, other] = [side.selection, current?.selection].map(
      (selection) => selection && connectionName(connections, selection.connection)
    );
    const source =
      current !== undefined && own === other
        ? current.source
        : sourceOf(connections, side.selection.connection, access);
    return { side, place: { source, selection: side.selection } };
  }
  if (profiles === undefined) {
    throw new BadQuery(
      `"baseline": can't read profile "${baseline.id}". No profile folder is configured. Set "profiles" in the data source settings or in the connections file.`
    );
  }
  const profile = await readProfile(profiles, baseline.id);
  return {
    side: sideOf(baseline.id, profile, windows),
    place: { source: new ProfileSource(baseline.id, profile), selection: {} },
  };
}

function sideOf(id: string, profile: Profile, windows: readonly unknown[]): BaselineSide {
  const { source, rows, created, labels } = profile;
  return {
    selection: {},
    windows: [null],
    windowOf: windows.map(() => 0),
    description: `the profile "${id}" of ${source.name} (${rows.toLocaleString('en-US')} rows, written ${created.slice(0, 10)})`,
    separate: true,
    whole: 'stored',
    facts: {
      profile: id,
      created,
      source: source.name,
      connection: source.connection ?? null,
      from: source.from ?? null,
      to: source.to ?? null,
      sha256: source.sha256 ?? null,
      query: source.query ?? null,
      git_commit: source.git_commit ?? null,
      dvc_md5: source.dvc_md5 ?? null,
      ...Object.fromEntries(Object.entries(labels).map(([name, value]) => [`label_${name}`, value])),
    },
  };
}
