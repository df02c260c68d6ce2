/** A data frame as Grafana's, free of its libraries: the back end encodes it as Arrow, tests read it as it is. */
export interface Frame {
  readonly name: string;
  readonly meta?: FrameMeta;
  readonly fields: readonly FrameField[];
}

export type FieldKind = 'time' | 'number' | 'string' | 'boolean';

export interface FrameField {
  readonly name: string;
  readonly kind: FieldKind;
  /** Time in milliseconds since the epoch; a number that does not exist is null. */
  readonly values: ReadonlyArray<number | string | boolean | null>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Grafana's FieldConfig: unit, displayName, description, decimals, … */
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface FrameMeta {
  readonly type?: 'numeric-multi' | 'timeseries-multi';
  readonly typeVersion?: readonly [number, number];
  readonly preferredVisualisationType?: string;
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly notices?: ReadonlyArray<{ readonly severity: 'info' | 'warning' | 'error'; readonly text: string }>;
}
