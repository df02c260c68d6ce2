import type { FrameLike } from '../../../frames/FrameLike';
import type { ResultMeta } from '../../../frames/ResultMeta';
import { readDrift } from '../../../frames/drift/readDrift';
import type { MapCell } from './DriftMap';

export interface DriftCells {
  readonly cells: readonly MapCell[];
  /** Of the first table. */
  readonly meta: ResultMeta;
}

/** The deciding rows of all drift tables among the frames, each with its place; null where there is no drift table. */
export function readDriftCells(frames: readonly FrameLike[]): DriftCells | null {
  let meta: ResultMeta | null = null;
  const cells = frames.flatMap((frame, index) => {
    const table = readDrift([frame]);
    meta ??= table?.meta ?? null;
    return (table?.rows ?? [])
      .map((row, position): MapCell => ({ row, origin: { frame: index, row: position } }))
      .filter(({ row }) => row.deciding);
  });
  return meta === null ? null : { cells, meta };
}
