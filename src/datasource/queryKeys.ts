import type { ZodType } from 'zod';
import { querySchema } from '../query/query';
import type { BaselineDraft, QueryDraft, QueryKindName } from './ModelwatchQuery';

type Key = keyof QueryDraft;
type Format = NonNullable<QueryDraft['format']>;
type BaselineKind = BaselineDraft['kind'];

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

/** With what a kind can be compared. */
export function baselinesOf(kind: QueryKindName): BaselineKind[] {
  const shape = SCHEMAS.get(kind)?.shape;
  if (shape === undefined || !('baseline' in shape)) {
    return [];
  }
  const baseline = 'unwrap' in shape.baseline ? shape.baseline.unwrap() : shape.baseline;
  return baseline.options.map((option) => option.shape.kind.value);
}

/** Whether a kind can't be asked without a baseline. */
export function needsBaseline(kind: QueryKindName): boolean {
  const shape = SCHEMAS.get(kind)?.shape;
  return shape !== undefined && 'baseline' in shape && !('unwrap' in shape.baseline);
}

/** Whether the decision of a kind has a key, and takes this value of it: kinds may name different things alike. */
export function decisionTakes(kind: QueryKindName, key: string, value: unknown): boolean {
  const shape: Record<string, ZodType> = SCHEMAS.get(kind)?.shape.decision.unwrap().shape ?? {};
  return Object.hasOwn(shape, key) && shape[key].safeParse(value).success;
}
