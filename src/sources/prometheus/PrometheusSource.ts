import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { MeasurePlan, MeasureRequest } from '../Measures';
import type { OutcomesPlan, OutcomesRequest } from '../OutcomesRequest';
import type {
  BeginsRequest,
  DescribeOptions,
  DistributionRequest,
  FieldDescription,
  Plan,
  PlanDescription,
  RequestOptions,
  Source,
  SourceHealth,
  Unsupported,
} from '../Source';
import type { ConnectionContext } from '../transport/ConnectionContext';
import { openTransport } from '../transport/openTransport';
import { beginsAt } from './beginsAt';
import { checkPrometheus } from './checkPrometheus';
import { PrometheusClient } from './client/PrometheusClient';
import type { PrometheusConnection } from './connection';
import { describeMetrics } from './describeMetrics';
import { namesOf } from './namesOf';
import { planOutcomes } from './outcomes/planOutcomes';
import { explainPrometheus, planPrometheus } from './planPrometheus';
import { planSeries } from './series/planSeries';

/** Metrics of a Prometheus, or of anything that speaks its HTTP API. The store counts; rows are never fetched. */
export class PrometheusSource implements Source {
  readonly remote = true;
  readonly unseen = [
    'Prometheus holds counts, not rows: values that are missing, malformed or NaN are in no histogram or counter unless the service counts them in one of its own, and rows that were written twice look like more of them.',
  ];
  readonly client: PrometheusClient;
  /** Labels that `fieldNames` listed beside metrics: they tell segments apart and are no features. */
  private readonly labels = new Set<string>();

  /** Throws a SourceError where the connection's settings are not complete; nothing is asked of the store yet. */
  constructor(connection: PrometheusConnection, context: ConnectionContext) {
    this.client = new PrometheusClient(openTransport(connection, context), connection);
  }

  async fieldNames(selection: Selection, options: RequestOptions): Promise<readonly string[]> {
    const { metrics, labels } = await namesOf(this.client, selection, options);
    labels.filter((label) => !metrics.includes(label)).forEach((label) => this.labels.add(label));
    return [...new Set([...metrics, ...labels])];
  }

  async segmentNames(selection: Selection, options: RequestOptions): Promise<readonly string[]> {
    const { labels } = await namesOf(this.client, selection, options);
    return labels.filter((label) => !this.client.replicaLabels.includes(label));
  }

  async describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]> {
    const fields = await describeMetrics(this.client, selection, options);
    return fields.filter(({ name }) => !this.labels.has(name));
  }

  /** Prometheus doesn't tell when its data begin: a time range is always given. */
  timeBounds(): Promise<TimeRange | null> {
    return Promise.resolve(null);
  }

  plan(request: DistributionRequest): Plan | Unsupported {
    return planPrometheus(request, this.client);
  }

  begins(request: BeginsRequest, options: RequestOptions): Promise<number | null> {
    return beginsAt(this.client, request, options);
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    return planSeries(request, this.client);
  }

  planOutcomes(request: OutcomesRequest): OutcomesPlan {
    return planOutcomes(request, this.client);
  }

  /** What `plan` describes, once the store has told what the metrics are: exact requests and buckets, for the editor. */
  explain(request: DistributionRequest, options: RequestOptions): Promise<PlanDescription> {
    return explainPrometheus(request, this.client, options);
  }

  check(options: RequestOptions): Promise<SourceHealth> {
    return checkPrometheus(this.client, options);
  }
}
