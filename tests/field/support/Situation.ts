import type { Result } from '../../../src/evaluate/Result';
import type { TimeRange } from '../../../src/query/time';

/** Something that teams reported of their Prometheus, rebuilt small. */
export interface PrometheusSituation {
  /** Where it was reported. */
  readonly source: string;
  /** Where only Prometheus itself can have it: VictoriaMetrics stores no NaN. */
  readonly only?: 'Prometheus';
  /** Series in OpenMetrics text, without the last line. Metrics have names of their own: all situations share a server. */
  history(): string;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly asks: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly range: TimeRange;
  /** The end of the range, unless given. */
  readonly now?: number;
  /** Throws where the answer is not the right one, by plain arithmetic. */
  right(result: Result): void;
}
