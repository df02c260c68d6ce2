import { BadQuery } from '../../query/BadQuery';
import { SourceError } from '../../sources/SourceError';
import { withoutPaths } from '../../sources/withoutPaths';
import { BadRequest } from './BadRequest';
import { TaskFailed, type Failure } from './Failure';

/** Answered where the error is a mistake of ours: what happened stands in the log. */
const UNEXPECTED = 'Modelwatch failed unexpectedly';

/** What an error means for whoever asked: an HTTP status, whose fault it is, and a message without a stack. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof TaskFailed) {
    return error.failure;
  }
  if (error instanceof BadQuery) {
    return { message: error.message, status: 400, side: 'plugin' };
  }
  if (error instanceof SourceError) {
    return { message: error.message, status: error.options.status, side: error.options.side };
  }
  if (error instanceof BadRequest) {
    return { message: error.message, status: error.status, side: 'plugin' };
  }
  if (isAbort(error)) {
    return { message: 'The request was cancelled.', status: 499, side: 'plugin' };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    message: `${UNEXPECTED}: ${withoutPaths(message)}. Its log has the details.`,
    status: 500,
    side: 'plugin',
    stack: stack ?? message,
  };
}

function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
