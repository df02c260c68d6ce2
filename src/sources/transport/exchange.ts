import http from 'node:http';
import https from 'node:https';
import type { RequestOptions } from '../Source';
import { SourceError } from '../SourceError';
import { decodeBody } from './decodeBody';
import { noAnswer } from './noAnswer';
import type { TransportAnswer } from './Transport';

export interface Exchange {
  /** For messages, without a secret. */
  readonly place: string;
  readonly address: URL;
  readonly agent: http.Agent;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
}

/** More than any sensible answer, so that a wrong question does not take the memory of the process. */
const MOST_BYTES = 512 * 1024 * 1024;

/** One HTTP request (which must only read: it may be sent twice) and its whole answer. Throws as `Transport.send` says. */
export async function exchange(asked: Exchange, { signal }: RequestOptions): Promise<TransportAnswer> {
  signal?.throwIfAborted();
  const slow = AbortSignal.timeout(asked.timeout);
  const either = signal ? AbortSignal.any([signal, slow]) : slow;
  try {
    return await sendOnOpenConnection(asked, either);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SourceError ? error : noAnswer(error, asked, slow.aborted);
  }
}

/** Asks once more where the server closed a kept connection just as it was used again: nothing was answered yet. */
async function sendOnOpenConnection(asked: Exchange, signal: AbortSignal): Promise<TransportAnswer> {
  try {
    return await send(asked, signal);
  } catch (error) {
    if (!(error instanceof ClosedWhileKept)) {
      throw error;
    }
    return await send(asked, signal);
  }
}

class ClosedWhileKept extends Error {}

function send(
  { place, address, agent, method, headers, body }: Exchange,
  signal: AbortSignal
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    const request = (address.protocol === 'https:' ? https : http).request(
      address,
      {
        method,
        agent,
        signal,
        headers: {
          Accept: 'application/json',
          'Accept-Encoding': 'gzip',
          ...headers,
          ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          chunks.push(chunk);
          if (bytes > MOST_BYTES) {
            request.destroy(tooLarge(place));
          }
        });
        response.on('error', reject);
        response.on('aborted', () => reject(cutOff(place)));
        response.on('end', () => {
          if (!response.complete) {
            reject(cutOff(place));
            return;
          }
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            bytes,
            text: decodeBody(Buffer.concat(chunks), place),
          });
        });
      }
    );
    let isAnswered = false;
    request.on('response', () => {
      isAnswered = true;
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isClosed = request.reusedSocket && !isAnswered && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(isClosed && !signal.aborted ? new ClosedWhileKept(error.message, { cause: error }) : error);
    });
    request.end(body);
  });
}

function cutOff(place: string): SourceError {
  return new SourceError(`${place} broke the connection off in the middle of its answer.`, {
    status: 502,
    side: 'downstream',
  });
}

function tooLarge(place: string): SourceError {
  return new SourceError(
    `${place} answers with more than ${MOST_BYTES / 2 ** 20} MB: ask for a shorter time range, longer windows or fewer features.`,
    { status: 502, side: 'downstream' }
  );
}
