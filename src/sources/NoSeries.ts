import { SourceError } from './SourceError';

/** A store has nothing of what was asked for in this time: wrong names, or there are no data yet. */
export class NoSeries extends SourceError {
  constructor(message: string) {
    super(message, { status: 404, side: 'downstream' });
  }
}
