import type { Log } from '../log/Logger';

/** Long enough for the answer to the host's Shutdown to leave, and far below the 2 s after which it kills. */
const ANSWER_MS = 10;

export interface Stopper {
  /** What is to be put away before the process ends. */
  before(cleanUp: () => void): void;
  /** Ends the process, once what is being sent has left. */
  soon(reason: string): void;
  now(reason: string, exitCode?: number): void;
}

/** One way out of the process, whoever asks for it first. */
export function stopper(log: Log): Stopper {
  const cleanUps: Array<() => void> = [];
  let stopping = false;

  const now = (reason: string, exitCode = 0) => {
    if (stopping) {
      return;
    }
    stopping = true;
    log(exitCode === 0 ? 'info' : 'error', 'Stopping', { reason });
    for (const cleanUp of cleanUps) {
      try {
        cleanUp();
      } catch (error) {
        log('warn', 'Could not clean up', { error: String(error) });
      }
    }
    process.exit(exitCode);
  };

  return {
    before: (cleanUp) => cleanUps.push(cleanUp),
    soon: (reason) => void setTimeout(() => now(reason), ANSWER_MS),
    now,
  };
}
