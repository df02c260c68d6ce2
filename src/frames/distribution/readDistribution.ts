import type { FrameLike } from '../FrameLike';
import type { DistributionMeta } from './DistributionMeta';

/** Both distributions of a feature as a panel works on them. */
export type ReadDistribution = ReadBins | ReadCategories;

export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly baseline: number;
  readonly current: number;
  readonly baselineShare: number;
  readonly currentShare: number;
  /** Share per unit of the feature; null for a bin without width. */
  readonly baselineDensity: number | null;
  readonly currentDensity: number | null;
}

export interface ReadBins {
  readonly kind: 'bins';
  readonly meta: DistributionMeta;
  readonly bins: readonly Bin[];
}

export interface Category {
  readonly category: string;
  readonly baseline: number;
  readonly current: number;
  readonly baselineShare: number;
  readonly currentShare: number;
  /** Stands for every category not listed. */
  readonly isRest: boolean;
}

export interface ReadCategories {
  readonly kind: 'categories';
  readonly meta: DistributionMeta;
  readonly categories: readonly Category[];
}

/** The distributions among the frames, in their order; frames of another kind are passed over. */
export function readDistribution(frames: readonly FrameLike[]): ReadDistribution[] {
  return frames.flatMap((frame) => {
    const meta = frame.meta?.custom as Partial<DistributionMeta> | undefined;
    if (meta?.kind !== 'distribution') {
      return [];
    }
    return [
      meta.shape === 'bins'
        ? readBins(frame, meta as DistributionMeta)
        : readCategories(frame, meta as DistributionMeta),
    ];
  });
}

function readBins(frame: FrameLike, meta: DistributionMeta): ReadBins {
  const at = reader(frame);
  return {
    kind: 'bins',
    meta,
    bins: indices(frame).map((index) => ({
      low: at('low', index) ?? 0,
      high: at('high', index) ?? 0,
      ...counts(at, index),
      baselineDensity: at('baseline_density', index),
      currentDensity: at('current_density', index),
    })),
  };
}

function readCategories(frame: FrameLike, meta: DistributionMeta): ReadCategories {
  const at = reader(frame);
  const names = frame.fields.find(({ name }) => name === 'category')?.values;
  const rest = frame.fields.find(({ name }) => name === 'is_rest')?.values;
  return {
    kind: 'categories',
    meta,
    categories: indices(frame).map((index) => ({
      category: String(names?.[index] ?? ''),
      ...counts(at, index),
      isRest: rest?.[index] === true,
    })),
  };
}

type Reader = (name: string, index: number) => number | null;

function reader({ fields }: FrameLike): Reader {
  const byName = new Map(fields.map((field) => [field.name, field.values]));
  return (name, index) => {
    const value = byName.get(name)?.[index];
    return typeof value === 'number' ? value : null;
  };
}

function indices({ fields }: FrameLike): number[] {
  return Array.from({ length: fields[0]?.values.length ?? 0 }, (_, index) => index);
}

function counts(at: Reader, index: number): Omit<Category, 'category' | 'isRest'> {
  return {
    baseline: at('baseline', index) ?? 0,
    current: at('current', index) ?? 0,
    baselineShare: at('baseline_share', index) ?? 0,
    currentShare: at('current_share', index) ?? 0,
  };
}
