import type { FrameLike } from './FrameLike';
import type { ResultMeta } from './ResultMeta';

const NO_PROVENANCE = { kind: 'unknown', description: '', facts: {} };

/** What every frame says of its query; empty where a transformation has taken it off. */
export function readMeta({ meta }: FrameLike): ResultMeta {
  const custom = meta?.custom as Partial<ResultMeta> | undefined;
  return {
    queryHash: custom?.queryHash ?? '',
    baseline: custom?.baseline ?? NO_PROVENANCE,
    segmentBy: custom?.segmentBy ?? [],
    ...(custom?.marks !== undefined && { marks: custom.marks }),
  };
}
