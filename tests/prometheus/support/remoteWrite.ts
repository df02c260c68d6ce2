import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { snappy } from './snappy';

/** What the store takes for "this series ended": a NaN of its own. */
export const STALE = Symbol('stale');
const STALE_BITS = 0x7ff0000000000002n;

export interface FloatSample {
  readonly time: number;
  readonly value: number | typeof STALE;
}

/** A native histogram with the buckets of a schema by index, or with custom bounds (schema -53). */
export interface HistogramSample {
  readonly time: number;
  readonly schema: number;
  readonly zeroThreshold?: number;
  readonly zeroCount?: number;
  readonly positive: ReadonlyMap<number, number>;
  readonly negative?: ReadonlyMap<number, number>;
  /** Observations of NaN: counted, in no bucket. */
  readonly nan?: number;
  readonly sum: number;
  readonly bounds?: readonly number[];
}

export interface WrittenSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples?: readonly FloatSample[];
  readonly histograms?: readonly HistogramSample[];
}

/** Sends series by Prometheus' remote write 1.0 (prometheus.io/docs/specs/prw/remote_write_spec). */
export async function remoteWrite(url: string, series: readonly WrittenSeries[]): Promise<void> {
  const writer = new BinaryWriter();
  for (const one of series) {
    writer.tag(1, WireType.LengthDelimited).bytes(encodeSeries(one));
  }
  const answer = await fetch(`${url}/api/v1/write`, {
    method: 'POST',
    body: snappy(writer.finish()),
    headers: {
      'Content-Encoding': 'snappy',
      'Content-Type': 'application/x-protobuf',
      'X-Prometheus-Remote-Write-Version': '0.1.0',
    },
  });
  if (!answer.ok) {
    throw new Error(`Remote write failed with ${answer.status}: ${await answer.text()}`);
  }
}

function encodeSeries({ labels, samples = [], histograms = [] }: WrittenSeries): Uint8Array {
  const writer = new BinaryWriter();
  for (const [name, value] of Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const label = new BinaryWriter().tag(1, WireType.LengthDelimited).string(name);
    writer.tag(1, WireType.LengthDelimited).bytes(label.tag(2, WireType.LengthDelimited).string(value).finish());
  }
  for (const { time, value } of samples) {
    const sample = new BinaryWriter().tag(1, WireType.Bit64);
    if (typeof value === 'number') {
      sample.double(value);
    } else {
      sample.fixed64(STALE_BITS);
    }
    writer.tag(2, WireType.LengthDelimited).bytes(sample.tag(2, WireType.Varint).int64(time).finish());
  }
  for (const histogram of histograms) {
    writer.tag(4, WireType.LengthDelimited).bytes(encodeHistogram(histogram));
  }
  return writer.finish();
}

/** Field numbers of prometheus/prompb/types.proto, with counts as integers. */
function encodeHistogram(histogram: HistogramSample): Uint8Array {
  const { time, schema, zeroThreshold = 0, zeroCount = 0, positive, negative = new Map(), nan = 0, sum } = histogram;
  const count = zeroCount + nan + total(positive) + total(negative);
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).uint64(count);
  writer.tag(3, WireType.Bit64).double(sum);
  writer.tag(4, WireType.Varint).sint32(schema);
  writer.tag(5, WireType.Bit64).double(zeroThreshold);
  writer.tag(6, WireType.Varint).uint64(zeroCount);
  encodeBuckets(writer, negative, 8, 9);
  encodeBuckets(writer, positive, 11, 12);
  writer.tag(15, WireType.Varint).int64(time);
  if (histogram.bounds !== undefined) {
    const packed = new BinaryWriter();
    histogram.bounds.forEach((bound) => packed.double(bound));
    writer.tag(16, WireType.LengthDelimited).bytes(packed.finish());
  }
  return writer.finish();
}

/** One span from the lowest bucket to the highest, and the differences of counts from bucket to bucket. */
function encodeBuckets(
  writer: BinaryWriter,
  buckets: ReadonlyMap<number, number>,
  spans: number,
  deltas: number
): void {
  if (buckets.size === 0) {
    return;
  }
  const first = Math.min(...buckets.keys());
  const length = Math.max(...buckets.keys()) - first + 1;
  const span = new BinaryWriter().tag(1, WireType.Varint).sint32(first).tag(2, WireType.Varint).uint32(length);
  writer.tag(spans, WireType.LengthDelimited).bytes(span.finish());
  const packed = new BinaryWriter();
  for (let i = 0, before = 0; i < length; i++) {
    const count = buckets.get(first + i) ?? 0;
    packed.sint64(count - before);
    before = count;
  }
  writer.tag(deltas, WireType.LengthDelimited).bytes(packed.finish());
}

function total(buckets: ReadonlyMap<number, number>): number {
  return [...buckets.values()].reduce((sum, count) => sum + count, 0);
}
