import type {
  CoreApp,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceInstanceSettings,
  ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { map, type Observable, of } from 'rxjs';
import { annotationSupport } from './annotationSupport';
import { createResources } from './createResources';
import { defaultQuery } from './defaultQuery';
import { Refusal } from './fill/Refusal';
import { interpolateQuery } from './interpolateQuery';
import { isAsked, isOwn } from './isAsked';
import { withLinks } from './links/withLinks';
import { withKeysOfStore } from './keysOfStore';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';
import { draftOf, withDraft } from './normalizeQuery';
import { pageVariables } from './templates';
import { VariableSupport } from './variables/VariableSupport';
import { withPreferredPanels } from './withPreferredPanels';
import { withRefused } from './withRefused';

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

  /** Queries that don't say yet what they are about are not sent; those that can't be filled say why when they are. */
  override filterQuery(query: ModelwatchQuery): boolean {
    if (query.hide || !isOwn(query)) {
      return false;
    }
    const draft = draftOf(query);
    const filled = this.filledOrRefused(draft);
    if (filled instanceof Refusal) {
      return true;
    }
    return isAsked(this.ofStore(draft), filled, this.typeOf(filled.current?.connection) === 'prometheus');
  }

  override query(request: DataQueryRequest<ModelwatchQuery>): Observable<DataQueryResponse> {
    const asked = request.targets.filter(isOwn).map((query) => {
      const filled = this.filledOrRefused(draftOf(query), request.scopedVars);
      return { query, filled };
    });
    const refused = asked.flatMap(({ query, filled }) =>
      filled instanceof Refusal ? [{ query, refusal: filled }] : []
    );
    const sent = asked.flatMap(({ query, filled }) =>
      filled instanceof Refusal ? [] : [{ query, filled: withDraft(query, filled) }]
    );
    const targets = sent.map(({ filled }) => filled);
    const where = { uid: this.uid, settings: this.stored };
    const answered: Observable<DataQueryResponse> =
      sent.length === 0 && refused.length > 0
        ? of({ data: [] })
        : super.query({ ...request, targets: sent.map(({ query }) => query) });
    return answered.pipe(
      map((response) =>
        withRefused(withPreferredPanels(withLinks(response, { ...request, targets }, where), request.app), refused)
      )
    );
  }

  /** A query that can't be filled stays as it is: the back end refuses it. */
  override applyTemplateVariables(query: ModelwatchQuery, scopedVars: ScopedVars): ModelwatchQuery {
    const filled = this.filledOrRefused(draftOf(query), scopedVars);
    return filled instanceof Refusal ? query : withDraft(query, filled);
  }

  private filledOrRefused(query: QueryDraft, scopedVars?: ScopedVars): QueryDraft | Refusal {
    try {
      return this.fill(query, scopedVars);
    } catch (error) {
      if (error instanceof Refusal) {
        return error;
      }
      throw error;
    }
  }

  /** Replaces variables: of the page, and before them those that a request brings. */
  interpolate<Value>(value: Value, scopedVars?: ScopedVars): Value {
    return interpolateQuery(value, pageVariables(scopedVars));
  }

  /** As the back end is asked. */
  private fill(query: QueryDraft, scopedVars?: ScopedVars): QueryDraft {
    return this.interpolate(this.ofStore(query, scopedVars), scopedVars);
  }

  /** What another store would read is never filled: a variable without a value would leave out the whole entry. */
  private ofStore(query: QueryDraft, scopedVars?: ScopedVars): QueryDraft {
    return withKeysOfStore(query, (name) => this.typeOf(this.interpolate({ connection: name }, scopedVars).connection));
  }

  /** Of the default connection where none is named. */
  private typeOf(connection: string | undefined): string | undefined {
    const { connections = {}, defaultConnection } = this.stored;
    const name = connection ?? defaultConnection;
    return name === undefined ? undefined : connections[name]?.type;
  }
}
