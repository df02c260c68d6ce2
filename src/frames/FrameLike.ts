/** As much of Grafana's DataFrame as the readers need, so that they work on it, on ours, and in tests alike. */
export interface FrameLike {
  readonly name?: string;
  /** The query that it answers, as the panel's editor names it. */
  readonly refId?: string;
  readonly meta?: { readonly custom?: Readonly<Record<string, unknown>> };
  readonly fields: readonly FieldLike[];
}

export interface FieldLike {
  readonly name: string;
  readonly type?: string;
  readonly values: ArrayLike<unknown>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: object;
}
