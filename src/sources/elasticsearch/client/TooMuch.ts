import { SourceError } from '../../SourceError';

/** The store could answer less than was asked at once: a plan may ask again in smaller parts. */
export class TooMuch extends SourceError {}
