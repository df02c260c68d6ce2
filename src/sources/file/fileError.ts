import { SourceError } from '../SourceError';
import { withoutPaths } from '../withoutPaths';

/** What was asked for cannot be: a wrong path, column or filter. */
export function badRequest(message: string, cause?: unknown): SourceError {
  return new SourceError(message, { status: 400, side: 'plugin', cause });
}

/** The file is there and cannot be made sense of. */
export function unreadable(message: string, cause?: unknown): SourceError {
  return new SourceError(message, { status: 422, side: 'downstream', cause });
}

export function messageOf(error: unknown): string {
  return withoutPaths(error instanceof Error ? error.message : String(error));
}
