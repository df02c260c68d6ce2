/** Something about the data or the store is wrong. The message names it, says where, and what to do. */
export class SourceError extends Error {
  override name = 'SourceError';
  constructor(
    message: string,
    readonly options: {
      /** HTTP status that fits: 400 the request, 404 not there, 413 too large, 422 unreadable data, 502 the store failed, 504 too slow. */
      readonly status: number;
      /** `downstream`: the store or the data; `plugin`: us. */
      readonly side: 'downstream' | 'plugin';
      readonly cause?: unknown;
    }
  ) {
    super(message, { cause: options.cause });
  }
}
