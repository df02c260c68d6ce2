import { type DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { Expectation } from '../query/expectation';
import { Refusal } from './fill/Refusal';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';
import { rememberAnswers } from './rememberAnswers';
import type {
  ConnectionList,
  Explanation,
  RegisteredModel,
  Resources,
  SelectionDescription,
  ShownWindows,
  Suggestion,
} from './resources';

type Caller = Pick<DataSourceWithBackend<ModelwatchQuery, ModelwatchSettings>, 'getResource' | 'postResource' | 'uid'>;

/**
 * The back end's resources, with template variables replaced. What several fields of one editor ask is asked once; what
 * changes with the data or the query is asked each time.
 */
export function createResources(
  caller: Caller,
  { interpolate, fill }: { interpolate: <Value>(value: Value) => Value; fill: (query: QueryDraft) => QueryDraft }
): Resources {
  const once = rememberAnswers();
  return {
    uid: caller.uid,
    resolve: (text) => orAsItIs(() => interpolate(text), text),
    variables: () =>
      getTemplateSrv()
        .getVariables()
        .map(({ name }) => `$${name}`),
    connections: () => once('connections', () => caller.getResource<ConnectionList>('connections')),
    profiles: async () =>
      (await once('profiles', () => caller.getResource<{ profiles: string[] }>('profiles'))).profiles,
    models: async (registry) => {
      const asked = interpolate({ connection: registry });
      const { models } = await once(`models ${asked.connection}`, () =>
        caller.getResource<{ models: RegisteredModel[] }>('models', asked)
      );
      return models;
    },
    files: async (connection) => {
      const asked = interpolate({ connection });
      const { files } = await once(`files ${asked.connection}`, () =>
        caller.getResource<{ files: string[] }>('files', asked)
      );
      return files;
    },
    describe: async (asked) => {
      const selection = interpolate(asked);
      return once(`features ${JSON.stringify(selection)}`, () =>
        caller.postResource<SelectionDescription>('features', { selection })
      );
    },
    complete: async (asked) => {
      const { suggestions } = await caller.postResource<{ suggestions: Suggestion[] }>('complete', interpolate(asked));
      return suggestions;
    },
    values: async (selection, field, range) => {
      const asked = { selection: interpolate(selection), field: interpolate(field), ...range };
      return (await caller.postResource<{ values: string[] }>('values', asked)).values;
    },
    windows: async (query, { from, to }) =>
      caller.postResource<ShownWindows>('windows', { query: fill(query), from, to }),
    expectations: async (query, { from, to }) => {
      const asked = { query: fill(query), from, to };
      return (await caller.postResource<{ features: Record<string, Expectation> }>('expectations', asked)).features;
    },
    explain: async (query, { from, to }) => caller.postResource<Explanation>('plan', { query: fill(query), from, to }),
  };
}

/** What can't be filled is shown as it is written. */
function orAsItIs(fill: () => string, text: string): string {
  try {
    return fill();
  } catch (error) {
    if (error instanceof Refusal) {
      return text;
    }
    throw error;
  }
}
