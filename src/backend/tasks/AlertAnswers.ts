import { LRUCache } from 'lru-cache';
import type { AlertAnswer } from '../../frames/alert/AlertAnswer';

const KEPT_MS = 30_000;
const KEPT = 50;

interface Evaluated {
  readonly answer: AlertAnswer;
  /** A store warned of it: the same question may have another answer a moment later. */
  readonly isDoubtful: boolean;
}

/**
 * Answers of a moment ago. A rule asks the same question several times at each evaluation, once for the severity and once
 * for the message, and the rules of a group ask it for the same stretch of time to the millisecond: it is evaluated once.
 * The key must name whose data they are, the question and the stretch of time.
 */
export class AlertAnswers {
  private readonly entries = new LRUCache<string, AlertAnswer>({ max: KEPT, ttl: KEPT_MS });

  /** What is stored under the key, or else what `evaluate` gives, which is stored. A failure or a doubtful answer is not. */
  async get(key: string, evaluate: () => Promise<Evaluated>): Promise<AlertAnswer> {
    const stored = this.entries.get(key);
    if (stored !== undefined) {
      return stored;
    }
    const { answer, isDoubtful } = await evaluate();
    if (!isDoubtful) {
      this.entries.set(key, answer);
    }
    return answer;
  }
}
