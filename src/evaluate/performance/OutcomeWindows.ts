import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { Outcomes } from '../../outcomes/Outcomes';
import type { OutcomesCell, OutcomesSet } from '../../sources/OutcomesRequest';
import { type Segment, segmentKey } from '../cells';

export interface Block {
  readonly block: number;
  readonly outcomes: Outcomes;
}

/** Blocks by window, segment and version. */
export class OutcomeWindows {
  private readonly byKey = new Map<string, Block[]>();

  constructor(readonly set: OutcomesSet) {
    for (const cell of set.cells) {
      const key = keyOf(cell.window, cell.segment, cell.version);
      const blocks = this.byKey.get(key) ?? [];
      blocks.push({ block: cell.block, outcomes: cell.outcomes });
      this.byKey.set(key, blocks);
    }
  }

  /** By time; empty where there is no row. */
  blocks(windows: readonly number[], segment: Segment, version?: string): Block[] {
    return windows
      .flatMap((window) => this.byKey.get(keyOf(window, segment, version)) ?? [])
      .sort((a, b) => a.block - b.block);
  }

  /** Why one of the windows is not what it seems; undefined where all are. */
  undecided(windows: readonly number[], segment: Segment): string | undefined {
    const key = segmentKey(segment);
    return this.set.undecided?.find(
      (one) => windows.includes(one.window) && (one.segment === undefined || segmentKey(one.segment) === key)
    )?.reason;
  }

  get rows(): number {
    return this.set.cells.reduce((sum, { outcomes }) => sum + outcomes.rows, 0);
  }

  /** Of all rows whatever their window: for what is told of the data as a whole. */
  get all(): Outcomes {
    return mergeOutcomes(this.set.cells.map(({ outcomes }) => outcomes));
  }
}

function keyOf(window: number, segment: Segment, version: OutcomesCell['version']): string {
  return JSON.stringify([window, segmentKey(segment), version ?? null]);
}
