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
import { createResources } from './createResources';
import { defaultQuery } from './defaultQuery';
import { interpolateQuery, type Replace } from './interpolateQuery';
import { withLinks } from './links/withLinks';
import type { ModelwatchQuery } from './ModelwatchQuery';
import type { ModelwatchSettings } from './ModelwatchSettings';
import { draftOf, withDraft } from './normalizeQuery';
import { VariableSupport } from './variables/VariableSupport';
import { withExploreViews } from './withExploreViews';

/** Sends queries to the back end, which answers panels and alert rules alike. */
export class DataSource extends DataSourceWithBackend<ModelwatchQuery, ModelwatchSettings> {
  override annotations = annotationSupport;

  readonly resources = createResources(this, (value) => this.interpolate(value));

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

  /** Queries that don't say yet where their data is are not sent. */
  override filterQuery(query: ModelwatchQuery): boolean {
    const { current, measures = [], feature } = query;
    const isAsked = isChosen(current) || measures.length > 0 || feature !== undefined;
    return !query.hide && (isAsked || this.isPrometheus(current?.connection));
  }

  override query(request: DataQueryRequest<ModelwatchQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.map((query) => this.applyTemplateVariables(query, request.scopedVars));
    const where = { uid: this.uid, settings: this.stored };
    return super
      .query(request)
      .pipe(map((response) => withExploreViews(withLinks(response, { ...request, targets }, where), request.app)));
  }

  override applyTemplateVariables(query: ModelwatchQuery, scopedVars: ScopedVars): ModelwatchQuery {
    return withDraft(query, this.interpolate(draftOf(query), scopedVars));
  }

  /** Prometheus needs nothing but its name: then all of its histograms are meant. */
  private isPrometheus(connection: string | undefined): boolean {
    const { connections = {} } = this.stored;
    return connection !== undefined && connections[this.interpolate(connection)]?.type === 'prometheus';
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
