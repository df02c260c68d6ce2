/** What was typed cannot be done: the message says why, in one line. */
export class CommandLineError extends Error {
  override name = 'CommandLineError';
}
