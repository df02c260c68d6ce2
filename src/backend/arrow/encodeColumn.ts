import { Bool, Float64, TimestampNanosecond, Utf8, makeData, type Data } from 'apache-arrow';
import type { FrameField } from '../../frames/Frame';

const NANOSECONDS = 1_000_000n;

/** A field's values as one Arrow column. Throws a TypeError naming the field where a value is not of its kind. */
export function encodeColumn(field: FrameField): Data {
  const { values, kind } = field;
  const { length } = values;
  const valid = new Uint8Array(Math.ceil(length / 64) * 8);
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (values[row] === null) {
      nullCount++;
    } else {
      checkKind(field, values[row]);
      setBit(valid, row);
    }
  }
  const common = { length, nullCount, nullBitmap: nullCount > 0 ? valid : undefined };
  switch (kind) {
    case 'number':
      return makeData({
        ...common,
        type: new Float64(),
        data: Float64Array.from(values, (value) => Number(value ?? 0)),
      });
    case 'time':
      return makeData({ ...common, type: new TimestampNanosecond(), data: BigInt64Array.from(values, nanoseconds) });
    case 'boolean':
      return makeData({ ...common, type: new Bool(), data: bits(values) });
    case 'string':
      return makeData({ ...common, type: new Utf8(), ...text(values) });
  }
}

type Values = FrameField['values'];

const TYPE_OF_KIND = { number: 'number', time: 'number', boolean: 'boolean', string: 'string' } as const;

function checkKind({ name, kind }: FrameField, value: Values[number]): void {
  if (typeof value !== TYPE_OF_KIND[kind]) {
    throw new TypeError(`Field "${name}" is of kind ${kind} and holds a ${typeof value}`);
  }
}

/** Milliseconds, perhaps with a fraction, to whole nanoseconds: the product would not fit a double exactly. */
function nanoseconds(value: Values[number]): bigint {
  const ms = Number(value ?? 0);
  const whole = Math.floor(ms);
  return BigInt(whole) * NANOSECONDS + BigInt(Math.round((ms - whole) * 1e6));
}

function bits(values: Values): Uint8Array {
  const packed = new Uint8Array(Math.ceil(values.length / 64) * 8);
  for (let row = 0; row < values.length; row++) {
    if (values[row] === true) {
      setBit(packed, row);
    }
  }
  return packed;
}

function text(values: Values): { valueOffsets: Int32Array; data: Uint8Array } {
  const encoder = new TextEncoder();
  const parts = values.map((value) => (value === null ? new Uint8Array(0) : encoder.encode(String(value))));
  const valueOffsets = new Int32Array(values.length + 1);
  parts.forEach((part, row) => {
    valueOffsets[row + 1] = valueOffsets[row] + part.length;
  });
  const data = new Uint8Array(valueOffsets[values.length]);
  parts.forEach((part, row) => data.set(part, valueOffsets[row]));
  return { valueOffsets, data };
}

function setBit(bitmap: Uint8Array, index: number): void {
  bitmap[index >> 3] |= 1 << (index & 7);
}
