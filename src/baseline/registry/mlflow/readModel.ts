import type { RequestOptions } from '../../../sources/Source';
import { SourceError } from '../../../sources/SourceError';
import type { ModelVersion, RecordedDataset, TrainingRun } from '../ModelVersion';
import type { MlflowClient } from './MlflowClient';

const MOST_MODELS = 1000;
/** In a message. */
const MOST_NAMED = 8;

/** Which version of a model is asked for: by an alias that may move, or by its number. */
export interface WantedModel {
  readonly model: string;
  readonly alias?: string;
  readonly version?: string;
}

/** The version that an alias names now, or one by its number. Throws a SourceError. */
export async function readVersion(
  client: MlflowClient,
  { model, alias, version }: WantedModel,
  options: RequestOptions
): Promise<ModelVersion> {
  const answer =
    alias === undefined
      ? await client.get(
          'model-versions/get',
          { name: model, version: version ?? '' },
          `Model "${model}" has no version ${version}, or there is no such model.`,
          options
        )
      : await client
          .get('registered-models/alias', { name: model, alias }, `Model "${model}" has no alias "${alias}".`, options)
          .catch(async (error: unknown) => {
            throw isMissing(error) ? await missingAlias(client, { model, alias }, options) : error;
          });
  const found = objectOf(answer.model_version);
  const number = textOf(found.version);
  if (number === null) {
    throw new SourceError(`${client.place} names no version of "${model}".`, { status: 502, side: 'downstream' });
  }
  const { status } = found;
  if (status !== undefined && status !== 'READY') {
    throw new SourceError(
      `Version ${number} of "${model}" is not ready: its status is ${String(status)} (${client.place}).`,
      { status: 422, side: 'downstream' }
    );
  }
  return {
    model,
    version: number,
    alias: alias ?? null,
    created: timeOf(found.creation_timestamp),
    run: (await runOf(client, found, options)) ?? null,
    tags: pairs(found.tags),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof SourceError && error.options.status === 404;
}

/** Names what there is. */
async function missingAlias(
  client: MlflowClient,
  { model, alias }: { readonly model: string; readonly alias: string },
  options: RequestOptions
): Promise<SourceError> {
  const models = await listModels(client, options);
  const found = models.find(({ name }) => name === model);
  const known = (names: readonly string[]) =>
    `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`;
  const message =
    found === undefined
      ? `There is no model "${model}" in ${client.place}. ${models.length === 0 ? 'It has none.' : `It has ${known(models.map(({ name }) => name))}.`}`
      : `Model "${model}" has no alias "${alias}" in ${client.place}. ${Object.keys(found.aliases).length === 0 ? 'It has no alias: set one, or ask for a "version".' : `It has ${known(Object.keys(found.aliases))}.`}`;
  return new SourceError(message, { status: 404, side: 'downstream' });
}

/** Since MLflow 3 a version may name a logged model instead of a run. */
async function runOf(
  client: MlflowClient,
  { run_id: run, source }: Record<string, unknown>,
  options: RequestOptions
): Promise<string | null> {
  const logged = /^models:\/(m-\w+)$/.exec(textOf(source) ?? '')?.[1];
  if (textOf(run) !== null || logged === undefined) {
    return textOf(run);
  }
  const answer = await client.get(`logged-models/${logged}`, {}, `Logged model "${logged}" is gone.`, options);
  return textOf(objectOf(objectOf(answer.model).info).source_run_id);
}

/** A model of a registry. */
export interface RegisteredModel {
  readonly name: string;
  /** Versions by alias. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly newest: string | null;
}

/** The registry's models, at most a thousand. Throws a SourceError. */
export async function listModels(client: MlflowClient, options: RequestOptions): Promise<RegisteredModel[]> {
  const answer = await client.get(
    'registered-models/search',
    { max_results: String(MOST_MODELS) },
    'It has no registry of models.',
    options
  );
  return listOf(answer.registered_models).flatMap((one) => {
    const name = textOf(one.name);
    return name === null ? [] : [{ name, aliases: aliasesOf(one), newest: newestOf(one) }];
  });
}

function aliasesOf({ aliases }: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    listOf(aliases).flatMap(({ alias, version }) => (typeof alias === 'string' ? [[alias, String(version)]] : []))
  );
}

function newestOf({ latest_versions: latest }: Record<string, unknown>): string | null {
  const versions = listOf(latest).map(({ version }) => Number(version));
  return versions.length === 0 ? null : String(Math.max(...versions));
}

/** Throws a SourceError. */
export async function readRun(client: MlflowClient, id: string, options: RequestOptions): Promise<TrainingRun> {
  const answer = await client.get('runs/get', { run_id: id }, `Run ${id} is gone: it was deleted.`, options);
  const { info, data, inputs } = objectOf(answer.run);
  const { params, metrics, tags } = objectOf(data);
  return {
    id,
    ended: timeOf(objectOf(info).end_time),
    parameters: pairs(params),
    metrics: Object.fromEntries(
      listOf(metrics).flatMap(({ key, value }) =>
        typeof key === 'string' && typeof value === 'number' ? [[key, value]] : []
      )
    ),
    tags: pairs(tags),
    datasets: listOf(objectOf(inputs).dataset_inputs).map(datasetOf),
  };
}

/** Paths of the files in a folder of a run's artifacts; none where there is no such folder. Throws a SourceError. */
export async function listArtifacts(
  client: MlflowClient,
  run: string,
  folder: string,
  options: RequestOptions
): Promise<string[]> {
  const answer = await client.get(
    'artifacts/list',
    { run_id: run, path: folder },
    `Run ${run} is gone: it was deleted.`,
    options
  );
  return listOf(answer.files).flatMap(({ path, is_dir: isFolder }) =>
    typeof path === 'string' && isFolder !== true ? [path] : []
  );
}

function datasetOf({ dataset, tags }: Record<string, unknown>): RecordedDataset {
  const { name, digest } = objectOf(dataset);
  return {
    name: textOf(name) ?? '',
    digest: textOf(digest) ?? '',
    context: pairs(tags)['mlflow.data.context'] ?? null,
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): Array<Record<string, unknown>> {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function pairs(value: unknown): Record<string, string> {
  return Object.fromEntries(
    listOf(value).flatMap(({ key, value: text }) => (typeof key === 'string' ? [[key, String(text ?? '')]] : []))
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}

/** Milliseconds, which some servers write as text. */
function timeOf(value: unknown): string | null {
  const time = new Date(Number(value ?? Number.NaN));
  return time.getTime() > 0 ? time.toISOString() : null;
}
