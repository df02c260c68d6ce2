import { LRUCache } from 'lru-cache';
import { Gauge, type Registry } from 'prom-client';
import { SEVERITY_WORDS, type SeverityCounts } from '../../frames/alert/countSeverities';
import type { AlertVerdicts } from '../tasks/Task';

/** Rules whose last evaluation is published; those asked for longest ago are left out first. */
const KEPT = 500;
const KEPT_MS = 24 * 3_600_000;

/** One query of one rule. */
export interface RuleQuery {
  readonly organization: number;
  readonly rule: string;
  readonly refId: string;
}

/** How an evaluation ended. */
export interface Evaluation {
  readonly succeeded: boolean;
  readonly seconds: number;
  /** Absent where it failed, or where the query has another format than `alert`. */
  readonly verdicts?: AlertVerdicts;
}

interface RuleRecord {
  readonly labels: {
    readonly org: string;
    readonly rule: string;
    readonly ref_id: string;
    readonly kind: string;
    readonly query: string;
  };
  readonly succeeded: boolean;
  readonly seconds: number;
  readonly at: number;
  readonly severities: SeverityCounts | null;
}

/**
 * The last evaluation of each alert rule's query: what it decided, how long it took. Bounded: rules that are no longer
 * evaluated vanish after a day. Queries of panels are not published: with their variables they are without number.
 */
export class RuleMetrics {
  private readonly records = new LRUCache<string, RuleRecord>({ max: KEPT, ttl: KEPT_MS });

  constructor(registry: Registry) {
    const labelNames = ['org', 'rule', 'ref_id', 'kind', 'query'];
    const common = { registers: [registry], labelNames };
    const publish = (name: string, help: string, read: (record: RuleRecord) => number) => {
      const gauge: Gauge = new Gauge({
        ...common,
        name,
        help,
        collect: () => {
          gauge.reset();
          this.each((record) => gauge.set(record.labels, read(record)));
        },
      });
    };
    publish(
      'modelwatch_rule_last_duration_seconds',
      "Time that the last evaluation of an alert rule's query took.",
      ({ seconds }) => seconds
    );
    publish(
      'modelwatch_rule_last_evaluation_timestamp_seconds',
      "When an alert rule's query was last evaluated, in seconds since the epoch.",
      ({ at }) => at / 1000
    );
    publish(
      'modelwatch_rule_last_success',
      "Whether the last evaluation of an alert rule's query succeeded: 1 or 0.",
      ({ succeeded }) => Number(succeeded)
    );
    const series: Gauge = new Gauge({
      ...common,
      labelNames: [...labelNames, 'severity'],
      name: 'modelwatch_rule_series',
      help: "Features and segments by severity in the last evaluation of an alert rule's query; none where it failed.",
      collect: () => {
        series.reset();
        this.each(({ labels, severities }) => {
          for (const severity of SEVERITY_WORDS) {
            if (severities !== null) {
              series.set({ ...labels, severity }, severities[severity]);
            }
          }
        });
      },
    });
  }

  /** Keeps what is last known of a rule's query: kind and hash of one that fails are those of its last success. */
  record({ organization, rule, refId }: RuleQuery, { succeeded, seconds, verdicts }: Evaluation): void {
    const key = JSON.stringify([organization, rule, refId]);
    const before = this.records.peek(key)?.labels;
    const kind = verdicts?.kind ?? before?.kind ?? '';
    const query = verdicts?.queryHash ?? before?.query ?? '';
    const labels = { org: String(organization), rule, ref_id: refId, kind, query };
    this.records.set(key, { labels, succeeded, seconds, at: Date.now(), severities: verdicts?.severities ?? null });
  }

  private each(visit: (record: RuleRecord) => void): void {
    for (const record of this.records.values()) {
      visit(record);
    }
  }
}
