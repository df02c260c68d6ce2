import { SourceError } from '../../SourceError';
import { TooMuch } from './TooMuch';

const LONGEST = 400;
/** How stores say that a query would load too much, or is too long to be read: smaller parts of it may pass. */
const TOO_MUCH = [
  /too many (samples|points)|maximum number of samples|exceeded maximum resolution|exceeds? the limit/i,
  // Mimir names its limits, so that they can be looked up.
  /err-mimir-max-|max(imum)? (allowed )?(estimated |number of |amount of )*(series|chunks|memory)/i,
  // Thanos
  /exceeded \w+ limit|limit \d+ violated|ResourceExhausted/,
  // VictoriaMetrics
  /cannot (select|process) more than|matching timeseries exceeds|not enough memory for processing|too long query/i,
];
/** VictoriaMetrics repeats the whole query, older ones twice, before it says what is wrong. */
const REPEATED_QUERY = /(?:query=|cannot execute )"(?:[^"\\]|\\.)*"/g;

/** What an answer that says "no" means, with the store's own words. */
export function storeError(
  status: number,
  body: Record<string, unknown> | undefined,
  place: string,
  asked: string
): SourceError {
  const own = typeof body?.error === 'string' ? shorten(body.error.replace(REPEATED_QUERY, 'the query')) : undefined;
  const says = own === undefined ? `status ${status}` : `"${own}"`;
  const type = body?.errorType;
  if (own !== undefined && TOO_MUCH.some((words) => words.test(own))) {
    const advice = 'Take a shorter range, longer windows, or narrower matchers.';
    return new TooMuch(`${place} won't load that much at once: ${says}. ${advice}`);
  }
  if (type === 'timeout' || status === 504) {
    return new TooMuch(`${place} ran out of time: ${says}. Take a shorter range or narrower matchers.`, 504);
  }
  const meaning = type === 'bad_data' ? BY_STATUS[400] : type === 'execution' ? BY_STATUS[422] : meaningOf(status);
  const message = `${place} ${meaning.verb} (${says})${meaning.advice}${meaning.showsQuery ? `. Asked was: ${shorten(asked)}` : '.'}`;
  return new SourceError(message, { status: meaning.fitting, side: 'downstream' });
}

interface Meaning {
  readonly verb: string;
  readonly advice: string;
  /** The status that we answer with. */
  readonly fitting: number;
  readonly showsQuery?: boolean;
}

const REFUSED = { verb: 'denied access', advice: '. Check the credentials of the connection' };
const NOT_THERE = {
  verb: 'has no Prometheus API at this address',
  advice: '. Check the path of the "url", such as /prometheus',
  fitting: 404,
};

const BY_STATUS: Readonly<Record<number, Meaning>> = {
  400: { verb: "can't read the query", advice: '', fitting: 400, showsQuery: true },
  401: { ...REFUSED, fitting: 401 },
  403: { ...REFUSED, fitting: 403 },
  404: NOT_THERE,
  405: NOT_THERE,
  422: { verb: "can't evaluate the query", advice: '', fitting: 422, showsQuery: true },
  429: { verb: 'reached its rate limit', advice: '. Reduce the query frequency', fitting: 429 },
};

function meaningOf(status: number): Meaning {
  const isElsewhere = status >= 300 && status < 400;
  const other = isElsewhere
    ? { verb: 'redirects elsewhere', advice: '. Enter the final address as "url"', fitting: 502 }
    : { verb: 'failed', advice: '', fitting: 502 };
  return BY_STATUS[status] ?? other;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
