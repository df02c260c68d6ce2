import { NoScripts } from '../../NoScripts';
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
  readonly index?: string;
  readonly caused_by?: unknown;
  readonly root_cause?: unknown;
  readonly failed_shards?: unknown;
}

/** The error that says what a refusal of the store means, with the store's own words. */
export function storeError(status: number, error: unknown, asked: Asked): SourceError {
  const causes = flatten(error);
  return noScripts(causes, asked.place) ?? refusal(status, causes, asked);
}

function refusal(status: number, causes: readonly Cause[], asked: Asked): SourceError {
  const has = (pattern: RegExp) => causes.find(({ type }) => type !== undefined && pattern.test(type));
  const { place, index } = asked;
  const tooMuch = has(/too_many_buckets|circuit_breaking|too_many_clauses/);
  if (tooMuch) {
    const words = `${place} won't count that much at once (${shorten(tooMuch)})`;
    return new TooMuch(`${words}: ask for fewer windows, segments or features.`, side(422));
  }
  if (status === 429 || has(/rejected_execution/)) {
    return new SourceError(`${place} reached its rate limit. Reduce the query frequency.`, side(429));
  }
  if (status === 401 || status === 403 || has(/security_exception/)) {
    return new SourceError(
      `${place} denied access (${shorten(causes[0], status)}). Check the credentials of the connection, and its read permission for "${index}".`,
      side(status === 403 ? 403 : 401)
    );
  }
  for (const { type, words, status: known, say } of KNOWN) {
    const cause = causes.find((one) => type.test(one.type ?? '') || words?.test(one.reason ?? ''));
    if (cause) {
      return new SourceError(say(asked, shorten(cause), cause.index), side(known));
    }
  }
  if (status >= 300 && status < 400) {
    return new SourceError(`${place} redirects elsewhere. Enter the final address as "url".`, side(502));
  }
  if (status === 404 || status === 405) {
    return new SourceError(
      `${place} has no Elasticsearch API at this address. Check the path of the "url".`,
      side(404)
    );
  }
  if (status === 400) {
    return new SourceError(`${place} can't answer for "${index}" (${shorten(deepest(causes), status)}).`, side(400));
  }
  return new SourceError(`${place} failed (${shorten(deepest(causes), status)}).`, side(502));
}

function noScripts(causes: readonly Cause[], place: string): NoScripts | undefined {
  const refused = causes.find(({ reason = '' }) => NO_SCRIPTS.test(reason));
  return (
    refused &&
    new NoScripts(
      `${place} runs no scripts (${shorten(refused)}): what is computed of a document's fields needs script.allowed_types to allow inline ones, and script.allowed_contexts those of aggregations and filters.`,
      side(422)
    )
  );
}

const NO_SCRIPTS = /cannot execute \[inline\] scripts|cannot execute scripts using|script_lang not supported/;

interface Known {
  readonly type: RegExp;
  /** How it is worded where its type says no more than that a search failed. */
  readonly words?: RegExp;
  readonly status: number;
  readonly say: (asked: Asked, words: string, index?: string) => string;
}

const KNOWN: readonly Known[] = [
  {
    type: /index_not_found/,
    status: 404,
    say: ({ place, index }) => `${place} has no index "${index}": check its name.`,
  },
  {
    type: /index_closed/,
    status: 422,
    say: ({ place, index }, _, closed = index) =>
      closed === index
        ? `${place} has closed the index "${index}": open it, or choose another one.`
        : `${place} has closed the index "${closed}", which "${index}" matches, so that its documents can't be counted: open it, or leave it out: "index": "${index},-${closed}".`,
  },
  {
    type: /query_shard_exception|parse_exception|parsing_exception/,
    status: 400,
    say: ({ place, query }, words) => `${place} can't read the query ${JSON.stringify(query ?? '')} (${words}).`,
  },
  {
    type: /no_shard_available/,
    words: /missing shards/,
    status: 503,
    say: ({ place, index }, words) =>
      `${place} lacks shards of "${index}" (${words}): what the others count would be too few. Look after the health of its cluster, or choose other indices.`,
  },
  {
    type: /timeout|time_exceeded|task_cancelled/,
    words: /^time exceeded/i,
    status: 504,
    say: ({ place }, words) => `${place} ran out of time (${words}): ask for a shorter time or fewer features.`,
  },
];

function flatten(error: unknown): Cause[] {
  if (typeof error !== 'object' || error === null) {
    return typeof error === 'string' ? [{ reason: error }] : [];
  }
  const { type, reason, index, root_cause: roots, failed_shards: failed, caused_by: before } = error as Cause;
  const shards = listOf(failed).map((shard) => (shard as { readonly reason?: unknown } | null)?.reason);
  const cause = { type: textOf(type), reason: textOf(reason), index: textOf(index) };
  return [cause, ...[...listOf(roots), ...shards, before].flatMap(flatten)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
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
