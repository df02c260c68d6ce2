/** What the process answers the shell. */
export const ExitStatus = {
  ok: 0,
  /** `--fail-on` was met. */
  failed: 1,
  /** The command line, a file or the query is wrong. */
  badInput: 2,
} as const;
export type ExitCode = (typeof ExitStatus)[keyof typeof ExitStatus];
