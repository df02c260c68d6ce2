import type { SchemaElement } from 'hyparquet';
import { mapToNumbers } from './mapToNumbers';
import type { RawValues } from './pageValues';

const MS_A_DAY = 86_400_000;
/** The Julian day on which 1970 begins, at noon of the day before. */
const JULIAN_EPOCH = 2_440_588;

/** How to read a column of dates or times as milliseconds since the epoch; null where it is none by its type. */
export function timesFrom(element: SchemaElement): ((raw: RawValues) => ArrayLike<number>) | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === 'INT96') {
    return (raw) => mapToNumbers(raw as readonly Uint8Array[], timeOfInt96);
  }
  if (logical?.type === 'DATE' || converted === 'DATE') {
    return (raw) => mapToNumbers(raw as Int32Array, (day) => day * MS_A_DAY);
  }
  if (logical?.type === 'TIMESTAMP') {
    return timesIn(logical.unit);
  }
  return converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS'
    ? timesIn(converted === 'TIMESTAMP_MILLIS' ? 'MILLIS' : 'MICROS')
    : null;
}

/** Finer than a microsecond is cut off and never rounded up: it could leave its day. */
function timesIn(unit: 'MILLIS' | 'MICROS' | 'NANOS'): (raw: RawValues) => ArrayLike<number> {
  switch (unit) {
    case 'MILLIS':
      return (raw) => mapToNumbers(raw as BigInt64Array, Number);
    case 'MICROS':
      return (raw) => mapToNumbers(raw as BigInt64Array, (time) => Number(time) / 1e3);
    case 'NANOS':
      return (raw) => mapToNumbers(raw as BigInt64Array, millisecondsOfNanos);
  }
}

/** Down to the microsecond. */
export function millisecondsOfNanos(nanos: bigint): number {
  const rest = nanos % 1000n;
  return Number((nanos - (rest < 0n ? rest + 1000n : rest)) / 1000n) / 1e3;
}

/** Nanoseconds of the day, then the day: 8 and 4 bytes. */
function timeOfInt96({ buffer, byteOffset }: Uint8Array): number {
  const view = new DataView(buffer, byteOffset, 12);
  const nanos = view.getBigUint64(0, true);
  const days = view.getInt32(8, true) - JULIAN_EPOCH;
  return (days * MS_A_DAY * 1e3 + Number(nanos / 1000n)) / 1e3;
}
