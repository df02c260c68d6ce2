import { Console } from 'node:console';
import { Writable } from 'node:stream';
import type { Log } from './Logger';

/** Sends what libraries print to the log: stdout belongs to the handshake, and stderr to well-formed lines. */
export function redirectConsole(log: Log): void {
  const lines = (level: 'debug' | 'warn') =>
    new Writable({
      decodeStrings: false,
      write: (text, _encoding, done) => {
        log(level, String(text).trimEnd());
        done();
      },
    });
  globalThis.console = new Console({ stdout: lines('debug'), stderr: lines('warn') });
}
