import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { Outcomes } from '../../outcomes/Outcomes';
import type { OutcomesCell, OutcomesSet } from '../../sources/OutcomesRequest';
import { type Segment, segmentKey } from '../cells';

export interface Block {
  readonly block: number;
  readonly outcomes: Outcomes;
}

/** Blocks by window and segment. */
export class OutcomeWindows {
  private readonly byKey = new Map<string, Block[]>();
  private merged: Outcomes | undefined;

  /** @param pooled cells of several others together, which count nowhere else */
  constructor(
    readonly set: OutcomesSet,
    readonly pooled: readonly OutcomesCell[] = []
  ) {
    for (const cell of [...set.cells, ...pooled]) {
      const key = keyOf(cell.window, cell.segment);
      const blocks = this.byKey.get(key) ?? [];
      blocks.push({ block: cell.block, outcomes: cell.outcomes });
      this.byKey.set(key, blocks);
    }
  }

  /** By time; empty where there is no row. */
  blocks(windows: readonly number[], segment: Segment): Block[] {
    return windows.flatMap((window) => this.byKey.get(keyOf(window, segment)) ?? []).sort((a, b) => a.block - b.block);
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

  /** Of all rows whatever their window: for what is told of the data as a whole. Of scores only the classes are told. */
  get all(): Outcomes {
    this.merged ??= mergeOutcomes(this.set.cells.map(({ outcomes }) => withoutCounts(outcomes)));
    return this.merged;
  }
}

const NONE = new Float64Array();

/** Millions of different scores take as much memory again where they are merged. */
function withoutCounts(outcomes: Outcomes): Outcomes {
  const scores = Array.from(outcomes.scores ?? [], ([column, { byClass }]) => {
    const classes = new Map([...byClass.keys()].map((name) => [name, { counts: NONE }]));
    return [column, { lower: NONE, upper: NONE, byClass: classes }] as const;
  });
  return outcomes.scores === undefined ? outcomes : { ...outcomes, scores: new Map(scores) };
}

function keyOf(window: number, segment: Segment): string {
  return JSON.stringify([window, segmentKey(segment)]);
}
