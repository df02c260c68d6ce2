import http from 'node:http';
import https from 'node:https';
import { setTimeout } from 'node:timers/promises';
import type { RequestOptions } from '../Source';
import { memory } from '../memory/Memory';
import { SourceError } from '../SourceError';
import { BodyReader } from './BodyReader';
import { noteClock } from './clocks';
import { noAnswer } from './noAnswer';
import { retryAfter } from './retryAfter';
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

const TRIES = 3;

/** One HTTP request (which must only read: it may be sent twice) and its whole answer. Throws as `Transport.send` says. */
export async function exchange(asked: Exchange, { signal }: RequestOptions): Promise<TransportAnswer> {
  signal?.throwIfAborted();
  const slow = AbortSignal.timeout(asked.timeout);
  const either = signal ? AbortSignal.any([signal, slow]) : slow;
  try {
    return await sendUntilTaken(asked, either);
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SourceError ? error : noAnswer(error, asked, slow.aborted);
  }
}

/** Asks again after as long as a store that has too much to do wants, a few times, and if there is time for it. */
async function sendUntilTaken(asked: Exchange, signal: AbortSignal): Promise<TransportAnswer> {
  const end = performance.now() + asked.timeout;
  for (let tries = 1; ; tries++) {
    const { again, ...answer } = await sendOnOpenConnection(asked, signal);
    if (again === null || tries === TRIES || performance.now() + again >= end) {
      return answer;
    }
    await setTimeout(again, undefined, { signal });
  }
}

/** Asks once more where the server closed a kept connection just as it was used again: nothing was answered yet. */
async function sendOnOpenConnection(asked: Exchange, signal: AbortSignal): Promise<Answered> {
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

/** `again`: milliseconds after which the store wants to be asked again; null where it does not. */
type Answered = TransportAnswer & { readonly again: number | null };

function send({ place, address, agent, method, headers, body }: Exchange, signal: AbortSignal): Promise<Answered> {
  const sent = Date.now();
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
        noteClock(place, response.headers, sent, Date.now());
        let bytes = 0;
        const body = new BodyReader(place, memory().longestText, (error) => {
          reject(error);
          request.destroy(error);
        });
        signal.addEventListener('abort', () => body.stop(), { once: true });
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (body.push(chunk, () => response.resume())) {
            response.pause();
          }
        });
        response.on('error', (error) => {
          body.stop();
          reject(error);
        });
        response.on('aborted', () => {
          body.stop();
          reject(cutOff(place));
        });
        response.on('end', () => {
          if (!response.complete) {
            body.stop();
            reject(cutOff(place));
            return;
          }
          const { statusCode: status = 0, headers: answered } = response;
          const again = retryAfter(status, answered['retry-after'], Date.now());
          body.end((text) => resolve({ status, contentType: answered['content-type'] ?? '', bytes, text, again }));
        });
      }
    );
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
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
