import { SourceError } from '../SourceError';

/** A query, or all of them together, may not take as much memory as this reading would. */
export class TooMuchMemory extends SourceError {
  override name = 'TooMuchMemory';

  constructor(message: string, status: 413 | 503) {
    super(message, { status, side: 'plugin' });
  }
}
