import { SourceError } from './SourceError';

/** The store computes nothing of a document's own fields: what needs that can't be told there, and all else can. */
export class NoScripts extends SourceError {}
