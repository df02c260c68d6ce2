import type { ModelBaseline } from '../../query/baseline';
import type { RequestOptions } from '../../sources/Source';
import { SourceError } from '../../sources/SourceError';
import { type Notice, warning } from '../../sources/Notice';
import { parseProfile } from '../profile/readProfile';
import type { MlflowClient } from './mlflow/MlflowClient';
import { listArtifacts, readRun, readVersion } from './mlflow/readModel';
import type { ModelVersion } from './ModelVersion';
import type { KnownModel, RegistryMemory } from './RegistryMemory';

export interface FoundModel extends KnownModel {
  readonly notices: readonly Notice[];
}

interface Remembered {
  readonly memory?: RegistryMemory;
  /** Whose data they are: data source, organization, settings, connection. */
  readonly scope: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What the version of a model was trained on that an alias names now. Throws a SourceError. */
export async function findModel(
  client: MlflowClient,
  wanted: ModelBaseline,
  remembered: Remembered,
  options: RequestOptions
): Promise<FoundModel> {
  const { version, notices } = await findVersion(client, wanted, remembered, options);
  const { memory, scope } = remembered;
  const key = JSON.stringify([scope, wanted.model, version.version, version.run, wanted.artifact]);
  const known = memory?.known(key);
  if (known !== undefined) {
    return { ...known, version, notices };
  }
  const { model, bytes } = await readTraining(client, version, wanted.artifact, options);
  memory?.keep(key, model, bytes);
  return { ...model, notices };
}

/** Differs as soon as the baseline does. Throws a SourceError. */
export async function modelStamp(
  client: MlflowClient,
  wanted: ModelBaseline,
  options: RequestOptions
): Promise<string> {
  const { version, run, created } = await readVersion(client, wanted, options);
  return JSON.stringify([wanted.model, version, run, created]);
}

/** Asks each time, as an alias may move at any. */
async function findVersion(
  client: MlflowClient,
  wanted: ModelBaseline,
  { memory, scope, now }: Remembered,
  options: RequestOptions
): Promise<{ readonly version: ModelVersion; readonly notices: readonly Notice[] }> {
  const key = JSON.stringify([scope, wanted.model, wanted.alias ?? null, wanted.version ?? null]);
  try {
    const version = await readVersion(client, wanted, options);
    memory?.note(key, version, now);
    return { version, notices: [] };
  } catch (error) {
    const last = memory?.lastOf(key);
    if (wanted.unavailable !== 'last' || last === undefined || !isDown(error)) {
      throw error;
    }
    const { version, at } = last;
    const text = `${error.message} The baseline is version ${version.version} of "${wanted.model}", which it named at ${new Date(at).toISOString()}; another may have been promoted since.`;
    return { version, notices: [warning(text)] };
  }
}

function isDown(error: unknown): error is SourceError {
  return error instanceof SourceError && error.options.status >= 500;
}

async function readTraining(
  client: MlflowClient,
  version: ModelVersion,
  artifact: string,
  options: RequestOptions
): Promise<{ readonly model: KnownModel; readonly bytes: number }> {
  const { model, run: id } = version;
  const name = `version ${version.version} of "${model}"`;
  if (id === null) {
    throw unreadable(`The registry names no run for ${name}, so what it was trained on is not known.`);
  }
  const run = await readRun(client, id, options);
  const folder = artifact.includes('/') ? artifact.slice(0, artifact.lastIndexOf('/')) : '';
  const paths = await listArtifacts(client, id, folder, options);
  if (!paths.includes(artifact)) {
    throw unreadable(
      `Run ${id}, which trained ${name}, keeps no "${artifact}". Write a profile of its training data with modelwatch profile, and log it: mlflow.log_artifact("profile.json", "modelwatch").`
    );
  }
  const text = await client.readArtifact(id, artifact, `Artifact "${artifact}" of run ${id} is gone.`, options);
  const profile = parseProfile(text, `${artifact} of ${name}`);
  return { model: { version, run, profile }, bytes: text.length };
}

function unreadable(message: string): SourceError {
  return new SourceError(message, { status: 422, side: 'downstream' });
}
