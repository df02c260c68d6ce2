import type { VersionsDecision } from '../../query/versionsQuery';
import { versionedCalls } from './versionedCalls';
import type { VersionChange, VersionWindow } from './VersionTrace';

/** One or two calls are somebody's try. */
const FEWEST_CALLS = 3;
/** A version is gone when at its last share so many calls were due and none came: by chance once in 150 times (e^−5). */
const DUE_CALLS = 5;

interface Present {
  lastShare: number;
  lastSeen: number;
  due: number;
}

/** Which versions are among the calls: they start, and vanish where chance can't explain that they don't show. */
export class Presence {
  readonly changes: VersionChange[] = [];
  private readonly present = new Map<string, Present>();
  private readonly past = new Set<string>();
  private decided = false;

  constructor(private readonly decision: VersionsDecision) {}

  has(version: string): boolean {
    return this.present.has(version);
  }

  had(version: string): boolean {
    return this.past.has(version);
  }

  /** Takes the next window that has calls. Where it doesn't decide, nothing starts. */
  follow(one: VersionWindow, decides: boolean): void {
    const all = versionedCalls(one);
    for (const [version, calls] of one.byVersion) {
      const known = this.present.get(version);
      const share = calls / all;
      if (known === undefined && !(decides && this.isEnough(calls, share))) {
        continue;
      }
      this.present.set(version, { lastShare: share, lastSeen: one.window.to, due: 0 });
      if (known === undefined && this.decided) {
        const { from: time, to: noticed } = one.window;
        this.changes.push({ kind: 'started', version, previous: null, time, noticed, share });
      }
    }
    this.miss(one, all);
    this.decided ||= decides;
  }

  private isEnough(calls: number, share: number): boolean {
    return calls >= FEWEST_CALLS && share >= this.decision.minimumShare;
  }

  private miss({ window, byVersion }: VersionWindow, all: number): void {
    for (const [version, known] of this.present) {
      if ((byVersion.get(version) ?? 0) > 0) {
        continue;
      }
      known.due += known.lastShare * all;
      if (known.due >= DUE_CALLS) {
        this.present.delete(version);
        this.past.add(version);
        const { lastSeen: time, lastShare: share } = known;
        this.changes.push({ kind: 'vanished', version, previous: null, time, noticed: window.to, share });
      }
    }
  }
}
