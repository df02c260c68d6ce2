import type { VersionsDecision } from '../../query/versionsQuery';
import { Silence } from './Silence';
import { versionedCalls } from './versionedCalls';
import type { VersionChange, VersionWindow } from './VersionTrace';

/** One or two calls are somebody's try. */
const FEWEST_CALLS = 3;

/** Which versions are among the calls: they start, and vanish where chance can't explain that they don't show. */
export class Presence {
  readonly changes: VersionChange[] = [];
  private readonly present = new Map<string, Silence>();
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
      const silence = known ?? new Silence();
      silence.hear(one, calls);
      this.present.set(version, silence);
      if (known === undefined && this.decided) {
        const { from: time, to: noticed } = one.window;
        this.changes.push({ kind: 'started', version, previous: null, time, noticed, share });
      }
    }
    this.miss(one);
    this.decided ||= decides;
  }

  private isEnough(calls: number, share: number): boolean {
    return calls >= FEWEST_CALLS && share >= this.decision.minimumShare;
  }

  private miss(one: VersionWindow): void {
    for (const [version, silence] of this.present) {
      if ((one.byVersion.get(version) ?? 0) > 0 || !silence.miss(one)) {
        continue;
      }
      this.present.delete(version);
      this.past.add(version);
      const { lastSeen: time, lastShare: share } = silence;
      this.changes.push({ kind: 'vanished', version, previous: null, time, noticed: one.window.to, share });
    }
  }
}
