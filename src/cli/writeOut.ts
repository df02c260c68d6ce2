import { CommandLineError } from './CommandLineError';
import { printable } from './printable';

/** Writes text to standard output and waits until it is on its way, so that nothing is cut off at the exit. */
export function writeOut(text: string): Promise<void> {
  return write(process.stdout, text);
}

/** One line, whatever names the message quotes. */
export function writeError(line: string): Promise<void> {
  return write(process.stderr, `modelwatch: ${printable(line.replace(/\s*\n\s*/g, ' '))}\n`);
}

/** Streams that nobody reads any more. */
const closed = new WeakSet<NodeJS.WriteStream>();

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (closed.has(stream)) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const settle = (error: NodeJS.ErrnoException | null | undefined) => {
      stream.off('error', settle);
      // Whoever reads has seen enough, as `head` does. The stream says so once more, after the write that failed.
      if (error?.code === 'EPIPE') {
        closed.add(stream);
        stream.on('error', () => undefined);
      }
      if (error && error.code !== 'EPIPE') {
        reject(
          new CommandLineError(
            `the output cannot be written: ${error.code === 'ENOSPC' ? 'the disk is full' : error.message}.`
          )
        );
      } else {
        resolve();
      }
    };
    stream.once('error', settle);
    stream.write(text, settle);
  });
}
