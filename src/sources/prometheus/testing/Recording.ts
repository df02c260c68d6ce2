import type { Transport, TransportAnswer, TransportRequest } from '../../transport/Transport';

/** What a store answered to each request. */
export type Recorded = Record<string, { readonly status: number; readonly text: string }>;

/** Carries requests on and remembers the answers. */
export function recordingTransport(transport: Transport, into: Recorded): Transport {
  return {
    place: transport.place,
    send: async (request, options) => {
      const answer = await transport.send(request, options);
      into[keyOf(request)] = { status: answer.status, text: answer.text };
      return answer;
    },
  };
}

/** Answers as it was recorded. Throws an Error naming a request that was not: the plan asks for something else now. */
export function replayingTransport(recorded: Recorded): Transport & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    place: 'the recording',
    asked,
    send: (request): Promise<TransportAnswer> => {
      const key = keyOf(request);
      asked.push(key);
      const answer = recorded[key];
      return answer === undefined
        ? Promise.reject(new Error(`Not recorded: ${key}`))
        : Promise.resolve({ ...answer, contentType: 'application/json', bytes: answer.text.length });
    },
  };
}

function keyOf({ method, path, body }: TransportRequest): string {
  return `${method} ${path}${body === undefined ? '' : ` ${decodeURIComponent(body.replaceAll('+', ' '))}`}`;
}
