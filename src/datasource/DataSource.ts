import type {
  CoreApp,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceInstanceSettings,
  ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';
import { annotationSupport } from './annotationSupport';
import { createResources } from './createResources';
import { defaultQuery } from './defaultQuery';
import { interpolateQuery } from './interpolateQuery';
import { isAsked } from './isAsked';
import { withLinks } from './links/withLinks';
import { withKeysOfStore } from './keysOfStore';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';
import { draftOf, withDraft } from './normalizeQuery';
import { pageVariables } from './templates';
import { VariableSupport } from './variables/VariableSupport';
import { withExploreViews } from './withExploreViews';

/** Sends queries to the back end, which answers panels and alert rules alike. */
export class DataSource extends DataSourceWithBackend<ModelwatchQuery, ModelwatchSettings> {
  override annotations = annotationSupport;

  readonly resources = createResources(this, {
    interpolate: (value) => this.interpolate(value),
    fill: (query) => this.fill(query),
  });

  /** As the configuration page stored them; no secrets are among them. */
  private readonly stored: ModelwatchSettings;

  constructor(settings: DataSourceInstanceSettings<ModelwatchSettings>) {
    super(settings);
    this.stored = settings.jsonData;
    this.variables = new VariableSupport(this);
  }

  override getDefaultQuery(app: CoreApp): Partial<ModelwatchQuery> {
    return defaultQuery(app);
  }

  /** Queries that don't say yet what they are about are not sent. */
  override filterQuery(query: ModelwatchQuery): boolean {
    const stored = draftOf(query);
    const filled = this.interpolate(stored);
    return !query.hide && isAsked(stored, filled, this.typeOf(filled.current?.connection) === 'prometheus');
  }

  override query(request: DataQueryRequest<ModelwatchQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map((query) => this.applyTemplateVariables(query, request.scopedVars));
    const where = { uid: this.uid, settings: this.stored };
    return super
      .query(request)
      .pipe(map((response) => withExploreViews(withLinks(response, { ...request, targets }, where), request.app)));
  }

  override applyTemplateVariables(query: ModelwatchQuery, scopedVars: ScopedVars): ModelwatchQuery {
    return withDraft(query, this.fill(draftOf(query), scopedVars));
  }

  /** Replaces variables: of the page, and before them those that a request brings. */
  interpolate<Value>(value: Value, scopedVars?: ScopedVars): Value {
    return interpolateQuery(value, pageVariables(scopedVars));
  }

  /** As the back end is asked. */
  private fill(query: QueryDraft, scopedVars?: ScopedVars): QueryDraft {
    return withKeysOfStore(this.interpolate(query, scopedVars), (name) => this.typeOf(name));
  }

  /** Of the default connection where none is named. */
  private typeOf(connection: string | undefined): string | undefined {
    const { connections = {}, defaultConnection } = this.stored;
    const name = connection ?? defaultConnection;
    return name === undefined ? undefined : connections[name]?.type;
  }
}
