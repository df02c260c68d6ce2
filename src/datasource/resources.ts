import type { Selection } from '../query/selection';

/** What the back end tells the editors. */
export interface Resources {
  /** Replaces template variables. */
  resolve(text: string): string;
  connections(): Promise<ConnectionList>;
  files(connection: string | undefined): Promise<string[]>;
  /** The columns of a selection, with their types and the rules that found them. */
  describe(selection: Selection): Promise<SelectionDescription>;
  explain(query: object, range: { from: number; to: number }): Promise<Explanation>;
}

export interface ConnectionList {
  connections: Array<{ name: string; type: string }>;
  defaultConnection: string | null;
}

export interface SelectionDescription {
  fields: FieldDescription[];
  /** Time of the first and the last row; null where there is none. */
  timeBounds: { from: number; to: number } | null;
}

export interface FieldDescription {
  name: string;
  type: 'numeric' | 'categorical' | 'boolean' | 'text' | 'time';
  /** Which rule found the type: "12 distinct strings". */
  evidence: string;
}

/** What a query would ask of its store. */
export interface Explanation {
  windows: number;
  baseline: string;
  features: Array<{ name: string; type: string }>;
  plans: { baseline: PlanDescription; current: PlanDescription };
}

interface PlanDescription {
  requests: number;
  summary: string;
  steps: string[];
}
