import type {
  CoreApp,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceInstanceSettings,
  ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';
import type { Selection } from '../query/selection';
import { annotationSupport } from './annotationSupport';
import { defaultQuery } from './defaultQuery';
import { interpolateQuery, type Replace } from './interpolateQuery';
import { withLinks } from './links/withLinks';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';
import { draftOf, withDraft } from './normalizeQuery';
import type { ConnectionList, Explanation, Resources, SelectionDescription } from './resources';
import { VariableSupport } from './variables/VariableSupport';

/** Sends queries to the back end, which answers panels and alert rules alike. */
export class DataSource extends DataSourceWithBackend<ModelwatchQuery, ModelwatchSettings> {
  override annotations = annotationSupport;

  readonly resources: Resources = {
    resolve: (text) => this.interpolate(text),
    connections: () => this.getResource<ConnectionList>('connections'),
    files: async (connection) => {
      const { files } = await this.getResource<{ files: string[] }>('files', this.interpolate({ connection }));
      return files;
    },
    describe: (selection) =>
      this.postResource<SelectionDescription>('features', { selection: this.interpolate(selection) }),
    explain: (query, { from, to }) =>
      this.postResource<Explanation>('plan', { query: this.interpolate(query), from, to }),
  };

  private readonly linkSettings: ModelwatchSettings;

  constructor(settings: DataSourceInstanceSettings<ModelwatchSettings>) {
    super(settings);
    this.linkSettings = settings.jsonData;
    this.variables = new VariableSupport(this);
  }

  override getDefaultQuery(app: CoreApp): Partial<ModelwatchQuery> {
    return defaultQuery(app);
  }

  /** Queries that don't say yet where their data is are not sent. */
  override filterQuery(query: ModelwatchQuery): boolean {
    return !query.hide && (isChosen(query.current) || (query.measures?.length ?? 0) > 0 || query.feature !== undefined);
  }

  override query(request: DataQueryRequest<ModelwatchQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map((query) => this.applyTemplateVariables(query, request.scopedVars));
    const where = { uid: this.uid, settings: this.linkSettings };
    return super.query(request).pipe(map((response) => withLinks(response, { ...request, targets }, where)));
  }

  override applyTemplateVariables(query: ModelwatchQuery, scopedVars: ScopedVars): ModelwatchQuery {
    return withDraft(query, this.interpolate(draftOf(query), scopedVars));
  }

  private interpolate<Value>(value: Value, scopedVars: ScopedVars = {}): Value {
    const templates = getTemplateSrv();
    const replace: Replace = {
      text: (template) => templates.replace(template, scopedVars),
      list: (template) => {
        let values: string[] = [template];
        templates.replace(template, scopedVars, (value: string | string[]) => {
          values = [value].flat();
          return '';
        });
        return values.filter((entry) => entry !== '');
      },
    };
    return interpolateQuery(value, replace);
  }
}

function isChosen(selection: Selection | undefined): boolean {
  const { connection: _, timeField: __, ...where } = selection ?? {};
  return Object.values(where).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}
