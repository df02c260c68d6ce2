import { LRUCache } from 'lru-cache';
import type { Annotations } from '../../evaluate/Annotations';
import { describeTime } from '../../evaluate/describeTime';
import { someNames } from '../../evaluate/someNames';
import { marksName } from '../../query/marks/marksName';
import type { Mark } from '../../query/marks/mark';
import { readMarkTags, scopeTag } from '../../query/marks/markTags';
import type { Query } from '../../query/query';
import { type Notice, warning } from '../../sources/Notice';
import type { DataSourceSettings } from '../tasks/Task';
import { type Asked, askGrafana, type GrafanaCaller } from './askGrafana';
import { excludedTags } from './excludedTags';

/** Panels of a dashboard ask at once, and rules every minute. */
const KEPT_MS = 10_000;
const KEPT = 100;
const MOST = 5000;
const LONGEST_TEXT = 200;
/** Everybody else may only look. */
const MAY_EDIT: ReadonlySet<unknown> = new Set(['Editor', 'Admin']);
const NO_TOKEN =
  'Marks in annotations are not read: Modelwatch may not call Grafana. Switch managed service accounts on, or store a service account\'s token as the secret "grafana.token".';

const kept = new LRUCache<string, Asked>({ max: KEPT, ttl: KEPT_MS });

/**
 * What annotations say to a query: the marks of its name, and what those with an excluded tag cover. Only annotations of
 * people count who are Editor or Admin now. Undefined where the query reads none. What can't be read is a notice.
 */
export async function readAnnotations(
  query: Query,
  { grafana, organization, uid, lastUpdated }: DataSourceSettings,
  signal: AbortSignal
): Promise<Annotations | undefined> {
  const readsMarks = query.kind === 'drift' && (query.decision.significance !== 'iid' || query.format === 'audit');
  const tags = excludedTags(query);
  if (!readsMarks && tags.length === 0) {
    return undefined;
  }
  if (!grafana?.token) {
    return { marks: [], tagged: new Map(), notices: [NO_TOKEN] };
  }
  const of = marksName({ current: query.current, decision: query.kind === 'drift' ? query.decision : undefined });
  const caller = { url: grafana.url, token: grafana.token, organization };
  const scope = `${organization}/${uid}/${lastUpdated}`;
  const wanted = [...(readsMarks ? [scopeTag(of)] : []), ...tags];
  const found = await askForTags(wanted, { caller, scope }, signal);
  if ('problem' in found) {
    return nothing('Marks in annotations are not read', found);
  }
  const all = found.list
    .flatMap((item) => readAnnotation(item) ?? [])
    .filter(({ tags: own }) => wanted.some((tag) => own.includes(tag)));
  if (all.length === 0) {
    return { marks: [], tagged: new Map(), notices: [] };
  }
  const users = await ask('/api/org/users', '"org.users:read" (users:*)', { caller, scope }, signal);
  if ('problem' in users) {
    return nothing(`None of ${all.length} annotations with marks counts, since it is not known who may edit`, users);
  }
  const editors = editorsOf(users);
  const [counted, others] = [true, false].map((counts) => all.filter(({ by }) => editors.has(by) === counts));
  return {
    marks: readsMarks ? counted.flatMap((one) => markOf(one, of) ?? []) : [],
    tagged: new Map(tags.map((tag) => [tag, counted.filter((one) => one.tags.includes(tag)).map(stretchOf)])),
    notices: [
      ...(found.list.length >= MOST ? [warning(`Only the newest ${MOST} annotations with marks are read.`)] : []),
      ...(others.length > 0 ? [notCounted(others)] : []),
    ],
  };
}

function askForTags(
  wanted: readonly string[],
  by: { readonly caller: GrafanaCaller; readonly scope: string },
  signal: AbortSignal
): Promise<Asked> {
  const parameters = new URLSearchParams([
    ...wanted.map((tag) => ['tags', tag]),
    // Each is asked for by itself: for all at once Grafana counts tags with the same key together.
    ['matchAny', 'true'],
    ['type', 'annotation'],
    ['limit', String(MOST)],
  ]);
  const permission = '"annotations:read" (annotations:*, dashboards:*, folders:*)';
  return ask(`/api/annotations?${parameters}`, permission, by, signal);
}

/** Login names of those who may edit now. */
function editorsOf({ list }: Extract<Asked, { list: unknown }>): ReadonlySet<unknown> {
  return new Set(list.flatMap(({ login, role }) => (MAY_EDIT.has(role) ? [login] : [])));
}

async function ask(
  path: string,
  permission: string,
  { caller, scope }: { readonly caller: GrafanaCaller; readonly scope: string },
  signal: AbortSignal
): Promise<Asked> {
  const key = `${scope} ${path}`;
  const known = kept.get(key);
  if (known !== undefined) {
    return known;
  }
  const answer = await askGrafana(path, permission, caller, signal);
  if ('list' in answer) {
    kept.set(key, answer);
  }
  return answer;
}

/** A warning where it may be otherwise a moment later: an answer with one is not kept. */
function nothing(what: string, { problem, lasts }: { readonly problem: string; readonly lasts: boolean }): Annotations {
  const text = `${what}: ${problem}.`;
  return { marks: [], tagged: new Map(), notices: [lasts ? text : warning(text)] };
}

interface Annotation {
  readonly from: number;
  readonly to: number;
  readonly tags: readonly string[];
  /** Login; empty where it was made with a token. */
  readonly by: string;
  readonly text: string;
}

function readAnnotation({ time, timeEnd, tags, login, text }: Readonly<Record<string, unknown>>): Annotation | null {
  if (typeof time !== 'number' || !Array.isArray(tags)) {
    return null;
  }
  return {
    from: time,
    // 0 in some versions where it is a point in time.
    to: typeof timeEnd === 'number' && timeEnd > time ? timeEnd : time,
    tags: tags.filter((tag) => typeof tag === 'string'),
    by: typeof login === 'string' ? login : '',
    text:
      typeof text === 'string'
        ? text
            .replace(/<[^>]*>/g, ' ')
            .trim()
            .slice(0, LONGEST_TEXT)
        : '',
  };
}

function markOf({ from, to, tags, by, text }: Annotation, of: string): Mark | null {
  const mark = readMarkTags(tags, of);
  return mark && { ...mark, from, to, by, text };
}

function stretchOf({ from, to, by }: Annotation) {
  return { from, to, by };
}

function notCounted(annotations: readonly Annotation[]): Notice {
  const authors = [...new Set(annotations.map(({ by }) => (by === '' ? 'an account without a login' : by)))];
  const times = annotations.map(({ from }) => `${describeTime(from)} UTC`);
  return `Only annotations of an Editor or Admin count. Not counted: ${annotations.length} by ${someNames(authors)} (${someNames(times)}).`;
}
