/** Series that a query reads, of which is to be known what a window really holds of them. */
export interface HeldSelector {
  /** Names it among those that are asked for together. */
  readonly id: string;
  /** An instant selector. */
  readonly series: string;
  /** How far back it is read from a window's end, less the offset; milliseconds. */
  readonly range: number;
  readonly offset: number;
  /** Whether its samples are numbers that only grow. */
  readonly counter: boolean;
  /** Labels of servers that scrape the same targets, of which one is counted. */
  readonly replicas?: readonly string[];
}
