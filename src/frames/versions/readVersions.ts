import type { TracedVersion, VersionChange } from '../../verdict/versions/VersionTrace';
import type { FrameLike } from '../FrameLike';

/** A version's share over time, as a panel works on it. */
export interface VersionSeries {
  /** The query that it answers. */
  readonly query: string;
  /** The label or field that holds the version. */
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  readonly version: TracedVersion;
  /** Starts of the windows; each ends where the next begins, the newest at `end`. */
  readonly times: ArrayLike<number>;
  /** 0 to 1; null where a window has no calls that carry a version. */
  readonly shares: ArrayLike<number | null>;
  readonly end: number | null;
  /** What happened to this version, by time. */
  readonly changes: readonly VersionChange[];
  /** Whether the newest window has enough calls to decide. */
  readonly isDecided: boolean;
  /** Index of its frame. */
  readonly frame: number;
}

type Custom = Partial<Omit<VersionSeries, 'query' | 'times' | 'shares' | 'frame'>> & { readonly kind?: string };

/** The series of all frames that the kind `versions` wrote as `timeseries`; others are passed over. */
export function readVersions(frames: readonly FrameLike[]): VersionSeries[] {
  return frames.flatMap(({ meta, fields, refId = '' }, frame) => {
    const custom = meta?.custom as Custom | undefined;
    const times = fields.find(({ name }) => name === 'time')?.values;
    const shares = fields.find(({ name }) => name === 'share')?.values;
    if (custom?.kind !== 'versions' || custom.version === undefined || times === undefined || shares === undefined) {
      return [];
    }
    const { feature = '', segment = {}, version, end = null, changes = [], isDecided = true } = custom;
    return [
      {
        ...{ query: refId, feature, segment, version, end, changes, isDecided, frame },
        times: times as ArrayLike<number>,
        shares: shares as ArrayLike<number | null>,
      },
    ];
  });
}
