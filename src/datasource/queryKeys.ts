import { querySchema } from '../query/query';
import type { QueryDraft, QueryKindName } from './ModelwatchQuery';

type Key = keyof QueryDraft;
type Format = NonNullable<QueryDraft['format']>;

const SCHEMAS = new Map<QueryKindName, (typeof querySchema.options)[number]>(
  querySchema.options.map((schema) => [schema.shape.kind.value, schema])
);

/** Whether queries of a kind have a key: then the editor shows the fields for it. */
export function takesKey(kind: QueryKindName, key: Key): boolean {
  return Object.hasOwn(SCHEMAS.get(kind)?.shape ?? {}, key);
}

/** In which forms a kind can be answered, the usual one first. */
export function formatsOf(kind: QueryKindName): Format[] {
  const format = SCHEMAS.get(kind)?.shape.format.unwrap();
  return format === undefined ? [] : 'options' in format ? [...format.options] : [...format.values];
}

/** The draft as a query of another kind: keys that this doesn't know are left out, since the schema is strict. */
export function withKind(draft: QueryDraft, kind: QueryKindName): QueryDraft {
  const kept = Object.entries(draft).filter(([key]) => takesKey(kind, key as Key));
  const formats = formatsOf(kind);
  const isKnown = draft.format !== undefined && formats.includes(draft.format);
  return { ...Object.fromEntries(kept), kind, format: isKnown ? draft.format : formats[0] };
}
