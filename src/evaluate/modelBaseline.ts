import { ProfileSource } from '../baseline/profile/ProfileSource';
import { type FoundModel, findModel, modelStamp } from '../baseline/registry/findModel';
import type { TrainingRun } from '../baseline/registry/ModelVersion';
import type { ModelBaseline } from '../query/baseline';
import type { BaselineSide } from './baselineOf';
import { registryOf } from './connections';
import type { EvaluateContext } from './EvaluateContext';
import type { Place } from './settleFeatures';

type Context = Pick<EvaluateContext, 'now' | 'connections' | 'access' | 'baselines' | 'signal'>;

/** The training data of a registered model's version as the baseline. Throws a BadQuery or a SourceError. */
export async function openModel(
  baseline: ModelBaseline,
  windows: readonly unknown[],
  { now, connections, access, baselines, signal }: Context
): Promise<{ readonly side: BaselineSide; readonly place: Place }> {
  const { name, client } = registryOf(connections, baseline.connection, access);
  const scope = JSON.stringify([baselines?.scope ?? null, name]);
  const found = await findModel(client, baseline, { memory: baselines?.models, scope, now }, { signal });
  const { version, profile } = found;
  const title = `version ${version.version} of "${version.model}"${version.alias === null ? '' : ` (${version.alias})`}`;
  return {
    side: {
      selection: {},
      windows: [null],
      windowOf: windows.map(() => 0),
      description: `the training data of ${title} (${profile.rows.toLocaleString('en-US')} rows of ${profile.source.name})`,
      separate: true,
      whole: 'stored',
      facts: factsOf(found, name),
      notices: found.notices,
    },
    place: { source: new ProfileSource(`training data of ${title}`, profile), selection: {} },
  };
}

/** Differs as soon as another version is the baseline. Throws a BadQuery or a SourceError. */
export async function stampOfModel(
  baseline: ModelBaseline,
  { connections, access, signal }: Pick<Context, 'connections' | 'access' | 'signal'>
): Promise<string> {
  return modelStamp(registryOf(connections, baseline.connection, access).client, baseline, { signal });
}

/** How the model came to be: each parameter, metric and dataset is a fact of its own. */
function factsOf({ version, run, profile }: FoundModel, registry: string): Record<string, string | number | null> {
  const { source, created, labels } = profile;
  const prefixed = (prefix: string, of: Readonly<Record<string, string | number>>) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [`${prefix}_${name}`, value]));
  return {
    registry,
    model: version.model,
    version: version.version,
    alias: version.alias,
    version_created: version.created,
    run: run.id,
    run_ended: run.ended,
    git_commit: run.tags['mlflow.source.git.commit'] ?? source.git_commit ?? null,
    dataset: datasetsOf(run),
    source: source.name,
    from: source.from ?? null,
    to: source.to ?? null,
    sha256: source.sha256 ?? null,
    profile_created: created,
    ...prefixed('param', run.parameters),
    ...prefixed('metric', run.metrics),
    ...prefixed('tag', { ...own(run.tags), ...version.tags }),
    ...prefixed('label', labels),
  };
}

function datasetsOf({ datasets }: TrainingRun): string | null {
  const named = datasets.map(
    ({ name, digest, context }) => `${name}@${digest}${context === null ? '' : ` (${context})`}`
  );
  return named.length === 0 ? null : named.join(', ');
}

/** Without those that MLflow sets itself. */
function own(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([name]) => !name.startsWith('mlflow.')));
}
