import type { Expectation } from '../query/expectation';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { QueryDraft } from './ModelwatchQuery';

/** What the back end tells the editors. */
export interface Resources {
  /** Of the data source itself. */
  readonly uid: string;
  /** Replaces template variables. */
  resolve(text: string): string;
  /** The dashboard's variables as they are written: `$name`. */
  variables(): string[];
  connections(): Promise<ConnectionList>;
  /** Ids of the stored baselines. */
  profiles(): Promise<string[]>;
  /** Registered models of a registry. */
  models(registry: string | undefined): Promise<RegisteredModel[]>;
  files(connection: string | undefined): Promise<string[]>;
  /** The columns of a selection, with their types and the rules that found them. */
  describe(selection: Selection): Promise<SelectionDescription>;
  /** Names and values that the store of a connection knows, for what is being typed. */
  complete(asked: Completion): Promise<Suggestion[]>;
  /** Values of a column, label or field. */
  values(selection: Selection, field: string, range: TimeRange | null): Promise<string[]>;
  /** Which stretches of time a query compares. */
  windows(query: QueryDraft, range: TimeRange): Promise<ShownWindows>;
  /** What each feature was like in the baseline, or in the time asked about where the query has none. */
  expectations(query: QueryDraft, range: TimeRange): Promise<Record<string, Expectation>>;
  explain(query: QueryDraft, range: TimeRange): Promise<Explanation>;
}

export interface ConnectionList {
  connections: Array<{ name: string; type: string }>;
  /** Names of connections to registries of models. */
  registries?: string[];
  defaultConnection: string | null;
}

export interface RegisteredModel {
  name: string;
  /** Versions by alias. */
  aliases: Record<string, string>;
  newest: string | null;
}

export interface SelectionDescription {
  fields: FieldDescription[];
  /** Time of the first and the last row; null where there is none. */
  timeBounds: TimeRange | null;
}

export interface FieldDescription {
  name: string;
  type: 'numeric' | 'categorical' | 'boolean' | 'text' | 'time';
  /** Which rule found the type: "12 distinct strings". */
  evidence: string;
  /** Every value differs, as in a key: its distribution says nothing about drift. */
  identifier?: boolean;
}

/** What is completed, and which of the store's series or documents are meant. */
export interface Completion {
  connection: string | undefined;
  what: 'metric' | 'label' | 'value' | 'index' | 'field';
  text: string;
  metric?: string;
  matchers?: string;
  label?: string;
  index?: string;
  field?: string;
}

export interface Suggestion {
  value: string;
  /** What it is, in words; empty where nothing is known. */
  description: string;
}

/** Null stands for everything, whatever its time. */
export interface ShownWindows {
  current: Array<TimeRange | null>;
  baseline: Array<TimeRange | null>;
  /** Where the baseline comes from, in words. */
  description: string;
}

/** What a query would ask of its store. */
export interface Explanation {
  windows: number;
  baseline: string;
  features: Array<{ name: string; type: string }>;
  plans: { baseline: PlanDescription | Unsupported; current: PlanDescription | Unsupported };
}

export interface PlanDescription {
  requests: number;
  summary: string;
  steps: string[];
  /** Rows that are read, where they are. */
  rows?: number;
  /** Buckets that are counted, where the store counts. */
  buckets?: number;
}

/** Why the store can't be made to count. */
export interface Unsupported {
  unsupported: string;
}
