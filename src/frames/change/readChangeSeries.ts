import type { FrameLike } from '../FrameLike';
import type { ChangeMeta } from './ChangeMeta';

/** A series with the level that its changes make, as a panel draws it. */
export interface ChangeTrack {
  readonly key: string;
  /** The query that it answers; empty where the frame names none. */
  readonly query: string;
  readonly feature: string;
  readonly figure: string;
  readonly segment: Readonly<Record<string, string>>;
  /** Start of each window, in milliseconds since the epoch. */
  readonly times: readonly number[];
  readonly values: ReadonlyArray<number | null>;
  readonly levels: ReadonlyArray<number | null>;
  readonly meta: ChangeMeta;
}

/** The series among the frames that the kind `change` answers as `timeseries`; empty where there are none. */
export function readChangeSeries(frames: readonly FrameLike[]): ChangeTrack[] {
  const levels = new Map(
    frames.flatMap((frame) => {
      const labels = labelsOf(frame);
      return labels?.line === 'level' ? [[keyOf(frame, labels), numbers(frame, 'level')] as const] : [];
    })
  );
  return frames.flatMap((frame) => {
    const labels = labelsOf(frame);
    const custom = frame.meta?.custom;
    if (custom?.kind !== 'change' || labels?.line !== 'value') {
      return [];
    }
    const { feature = '', figure = '', line: _line, ...segment } = labels;
    const key = keyOf(frame, labels);
    const times = numbers(frame, 'time').map((time) => time ?? NaN);
    return {
      ...{ key, query: frame.refId ?? '', feature, figure, segment, times },
      values: numbers(frame, 'value'),
      levels: levels.get(key) ?? times.map(() => null),
      meta: custom as unknown as ChangeMeta,
    };
  });
}

function labelsOf({ fields }: FrameLike): Readonly<Record<string, string>> | undefined {
  return fields.find(({ labels }) => labels?.line !== undefined)?.labels;
}

function keyOf({ refId = '' }: FrameLike, { line: _line, ...labels }: Readonly<Record<string, string>>): string {
  return JSON.stringify([refId, ...Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function numbers({ fields }: FrameLike, name: string): Array<number | null> {
  const values = fields.find((field) => field.name === name)?.values ?? [];
  return Array.from(values, (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null));
}
