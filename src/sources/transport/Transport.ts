import type { RequestOptions } from '../Source';

/** Carries requests to a store, whatever lies between. Knows nothing of what the store is. */
export interface Transport {
  /** The store in words for messages, without a secret: `http://127.0.0.1:9090`. */
  readonly place: string;
  /** Nothing lies between that lets some requests alone pass. */
  readonly isDirect?: boolean;
  /**
   * Resolves with any whole answer, also one whose status says that something went wrong. Throws a SourceError where
   * there is none: unreachable, too slow, refused by TLS, cut off; and an AbortError where the caller gave up.
   */
  send(request: TransportRequest, options: RequestOptions): Promise<TransportAnswer>;
}

export interface TransportRequest {
  readonly method: 'GET' | 'POST';
  /** Below the store's own address, beginning with a slash, with its query string. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TransportAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** As they came over the wire, before decompression. */
  readonly bytes: number;
}
