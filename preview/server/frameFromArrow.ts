import { DataType, tableFromIPC, type Field, type Vector } from 'apache-arrow';

/** Grafana's JSON form of a data frame, as its server answers to the browser. */
export interface FrameJson {
  readonly schema: {
    readonly name?: string;
    readonly refId?: string;
    readonly meta?: unknown;
    readonly fields: ReadonlyArray<Record<string, unknown>>;
  };
  readonly data: { readonly values: unknown[][]; readonly entities: Array<Entities | null> };
}

/** JSON has no NaN and no infinities: their places are listed apart, and the value is null. */
type Entities = Record<'NaN' | 'Inf' | 'NegInf', number[]>;

/** An Arrow IPC file, as a back end sends a frame, to what the browser reads. */
export function frameFromArrow(bytes: Uint8Array): FrameJson {
  const table = tableFromIPC(bytes);
  const { metadata } = table.schema;
  const columns = table.schema.fields.map((field, index) => readColumn(field, table.getChildAt(index)!));
  return {
    schema: {
      name: metadata.get('name'),
      refId: metadata.get('refId'),
      meta: parseJson(metadata.get('meta')),
      fields: table.schema.fields.map(readField),
    },
    data: { values: columns.map(({ values }) => values), entities: columns.map(({ entities }) => entities) },
  };
}

function readField({ name, type, nullable, metadata }: Field): Record<string, unknown> {
  const [kind, frame] = kindOf(type);
  return {
    name,
    type: metadata.get('tstype') ?? kind,
    typeInfo: { frame, nullable },
    labels: parseJson(metadata.get('labels')),
    config: parseJson(metadata.get('config')),
  };
}

function kindOf(type: DataType): [kind: string, frame: string] {
  if (DataType.isTimestamp(type)) {
    return ['time', 'time.Time'];
  }
  if (DataType.isUtf8(type)) {
    return ['string', 'string'];
  }
  if (DataType.isBool(type)) {
    return ['boolean', 'bool'];
  }
  return ['number', DataType.isInt(type) ? 'int64' : 'float64'];
}

function readColumn({ type }: Field, vector: Vector): { values: unknown[]; entities: Entities | null } {
  const entities: Entities = { NaN: [], Inf: [], NegInf: [] };
  const values = Array.from(vector, (value: unknown, index) => {
    if (typeof value === 'bigint') {
      return Number(value);
    }
    if (typeof value !== 'number' || Number.isFinite(value) || DataType.isTimestamp(type)) {
      return value;
    }
    entities[Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf'].push(index);
    return null;
  });
  return { values, entities: Object.values(entities).some((places) => places.length > 0) ? entities : null };
}

function parseJson(text: string | undefined): unknown {
  return text ? JSON.parse(text) : undefined;
}
