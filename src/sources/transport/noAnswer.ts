import { formatDuration } from '../../query/duration';
import { SourceError } from '../SourceError';
import { errorCode } from './errorCode';

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there: is it running, and are host and port right?',
  ConnectionRefused: 'nothing listens there: is it running, and are host and port right?',
  ENOTFOUND: 'its host name is unknown here',
  EAI_AGAIN: 'its host name could not be looked up',
  FailedToOpenSocket: 'its host name is unknown here, or nothing listens there',
  ECONNRESET: 'the connection was broken off before the whole answer was there',
  ConnectionClosed: 'the connection was broken off before the whole answer was there',
  EPIPE: 'the connection was broken off',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ETIMEDOUT: 'the connection took too long',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed: name it, or its authority, as tls.ca or tls.caFile',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is of an unknown authority: name that as tls.ca or tls.caFile',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is of an unknown authority: name that as tls.ca or tls.caFile',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is of an unknown authority: name that as tls.ca or tls.caFile',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name: set tls.serverName, or another address',
  EPROTO: 'it does not speak TLS there, or wants a client certificate: see tls.certFile and tls.keyFile',
};

/** Why there is no whole answer, as one sentence with what to do. Of the cause only its code is shown. */
export function noAnswer(error: unknown, asked: { place: string; timeout: number }, isTooSlow: boolean): SourceError {
  if (isTooSlow) {
    return new SourceError(
      `${asked.place} did not answer within ${formatDuration(asked.timeout)}. Shorten the time range, or increase the "timeout" of the connection.`,
      { status: 504, side: 'downstream', cause: error }
    );
  }
  const code = errorCode(error);
  const reason = REASONS[code] ?? (code.startsWith('ERR_SSL') ? REASONS.EPROTO : undefined);
  return new SourceError(`${asked.place} can't be reached: ${reason ?? 'the request failed'} (${code}).`, {
    status: 502,
    side: 'downstream',
    cause: error,
  });
}
