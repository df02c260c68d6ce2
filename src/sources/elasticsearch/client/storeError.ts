import { SourceError } from '../../SourceError';
import { TooMuch } from './TooMuch';

const LONGEST = 400;

/** What was asked, for messages. */
export interface Asked {
  readonly place: string;
  readonly index: string;
  readonly query?: string;
}

/** How the store words an error: causes within causes, and one for each shard that failed. */
interface Cause {
  readonly type?: string;
  readonly reason?: string;
  readonly caused_by?: Cause;
  readonly root_cause?: readonly Cause[];
  readonly failed_shards?: ReadonlyArray<{ readonly reason?: Cause }>;
}

/** The error that says what a refusal of the store means, with the store's own words. */
export function storeError(status: number, error: unknown, asked: Asked): SourceError {
  const causes = flatten(error);
  const has = (pattern: RegExp) => causes.find(({ type }) => type !== undefined && pattern.test(type));
  const { place, index } = asked;
  const tooMuch = has(/too_many_buckets|circuit_breaking|too_many_clauses/);
  if (tooMuch) {
    const words = `${place} won't count that much at once (${shorten(tooMuch)})`;
    return new TooMuch(`${words}: ask for fewer windows, segments or features.`, side(422));
  }
  if (status === 429 || has(/rejected_execution/)) {
    return new SourceError(`${place} has too many requests: ask less often.`, side(429));
  }
  if (status === 401 || status === 403 || has(/security_exception/)) {
    return new SourceError(
      `${place} refuses us (${shorten(causes[0], status)}): check the connection's user, password or token, and whether it may read "${index}".`,
      side(status === 403 ? 403 : 401)
    );
  }
  const known = KNOWN.find(({ type }) => has(type));
  if (known) {
    return new SourceError(known.say(asked, shorten(has(known.type))), side(known.status));
  }
  if (status >= 300 && status < 400) {
    return new SourceError(`${place} redirects elsewhere: write the final address as "url".`, side(502));
  }
  if (status === 404 || status === 405) {
    return new SourceError(
      `${place} knows no Elasticsearch API at this address: does the "url" lack a path?`,
      side(404)
    );
  }
  if (status === 400) {
    return new SourceError(`${place} can't answer for "${index}" (${shorten(deepest(causes), status)}).`, side(400));
  }
  return new SourceError(`${place} failed (${shorten(deepest(causes), status)}).`, side(502));
}

const KNOWN: ReadonlyArray<{ type: RegExp; status: number; say: (asked: Asked, words: string) => string }> = [
  {
    type: /index_not_found/,
    status: 404,
    say: ({ place, index }) => `${place} has no index "${index}": check its name.`,
  },
  {
    type: /index_closed/,
    status: 422,
    say: ({ place, index }) => `${place} has closed the index "${index}": open it, or choose a pattern without it.`,
  },
  {
    type: /query_shard_exception|parse_exception|parsing_exception/,
    status: 400,
    say: ({ place, query }, words) => `${place} can't read the query ${JSON.stringify(query ?? '')} (${words}).`,
  },
  {
    type: /timeout|task_cancelled/,
    status: 504,
    say: ({ place }, words) => `${place} ran out of time (${words}): ask for a shorter time or fewer features.`,
  },
];

function flatten(error: unknown): Cause[] {
  if (typeof error !== 'object' || error === null) {
    return typeof error === 'string' ? [{ reason: error }] : [];
  }
  const cause = error as Cause;
  const shards = (cause.failed_shards ?? []).map(({ reason }) => reason);
  return [cause, ...[...(cause.root_cause ?? []), ...shards, cause.caused_by].flatMap(flatten)];
}

/** The innermost cause says most: the outer ones say that "all shards failed". */
function deepest(causes: readonly Cause[]): Cause | undefined {
  return causes.filter(({ reason }) => reason !== undefined && reason !== '').at(-1);
}

function shorten(cause: Cause | undefined, status?: number): string {
  const text = cause?.reason ?? cause?.type ?? `status ${status ?? 'unknown'}`;
  return `"${text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`}"`;
}

function side(status: number) {
  return { status, side: 'downstream' as const };
}
