import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { MeasurePlan, MeasureRequest } from '../Measures';
import type { OutcomesPlan, OutcomesRequest } from '../OutcomesRequest';
import type { RuleRequest, RuleSet } from '../Rules';
import type {
  CountValuesRequest,
  DescribeOptions,
  DistributionRequest,
  DistributionSet,
  FieldDescription,
  Plan,
  PlanDescription,
  RequestOptions,
  Source,
  SourceHealth,
  Unsupported,
  ValuesRequest,
  ValuesWithin,
} from '../Source';
import type { ConnectionContext } from '../transport/ConnectionContext';
import { openTransport } from '../transport/openTransport';
import { checkElasticsearch } from './checkElasticsearch';
import { ElasticsearchClient } from './client/ElasticsearchClient';
import type { ElasticsearchConnection } from './connection';
import { explainElasticsearch } from './describePlan';
import { describeFields } from './fields/describeFields';
import { fieldsOf } from './fields/fieldsOf';
import { timeBoundsOf } from './fields/timeBoundsOf';
import { planStoreOutcomes } from './outcomes/planStoreOutcomes';
import { planElasticsearch } from './planElasticsearch';
import { countRules } from './rules/countRules';
import { countValues } from './search/countValues';
import { indexOf } from './search/selectionQuery';
import { valuesWithin } from './search/valuesWithin';
import { planStoreMeasures } from './series/planStoreMeasures';

/** Documents of an Elasticsearch or OpenSearch. The store counts; documents are never fetched. */
export class ElasticsearchSource implements Source {
  readonly takesEdges = true;
  readonly holdsRows = true;
  readonly unseen = [
    'Elasticsearch and OpenSearch hold neither NaN nor infinite numbers: written as null they count as missing, written as text as malformed where the mapping says ignore_malformed, and else their document is refused.',
    'Rows written twice are told by their hour, in which every count is a multiple; single ones are not.',
  ];
  readonly client: ElasticsearchClient;

  /** Throws a SourceError where the connection's settings are not complete; nothing is asked of the store yet. */
  constructor(connection: ElasticsearchConnection, context: ConnectionContext) {
    this.client = new ElasticsearchClient(openTransport(connection, context));
  }

  async fieldNames(selection: Selection, options: RequestOptions): Promise<readonly string[]> {
    return (await fieldsOf(this.client, indexOf(selection), options)).names();
  }

  describe(selection: Selection, options: DescribeOptions): Promise<FieldDescription[]> {
    return describeFields(this.client, selection, options);
  }

  timeBounds(selection: Selection, options: RequestOptions): Promise<TimeRange | null> {
    return timeBoundsOf(this.client, selection, options);
  }

  plan(request: DistributionRequest): Plan | Unsupported {
    return planElasticsearch(request, this.client);
  }

  valuesWithin(request: ValuesRequest, options: RequestOptions): Promise<ValuesWithin> {
    return valuesWithin(request, this.client, options);
  }

  countValues(request: CountValuesRequest, options: RequestOptions): Promise<DistributionSet> {
    return countValues(request, this.client, options);
  }

  countRules(request: RuleRequest, options: RequestOptions): Promise<RuleSet> {
    return countRules(request, this.client, options);
  }

  planMeasures(request: MeasureRequest): MeasurePlan {
    return planStoreMeasures(request, this.client);
  }

  planOutcomes(request: OutcomesRequest): OutcomesPlan {
    return planStoreOutcomes(request, this.client);
  }

  /** What `plan` describes, once the store has told what the fields are: documents, searches and buckets. */
  explain(request: DistributionRequest, options: RequestOptions): Promise<PlanDescription> {
    return explainElasticsearch(request, this.client, options);
  }

  check(options: RequestOptions): Promise<SourceHealth> {
    return checkElasticsearch(this.client, options);
  }
}
