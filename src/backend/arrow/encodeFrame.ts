import { Field, RecordBatch, Schema, Struct, Table, makeData, tableToIPC, type DataType } from 'apache-arrow';
import type { Frame, FrameField } from '../../frames/Frame';
import { encodeColumn } from './encodeColumn';

/**
 * A frame as Grafana reads it: an Arrow IPC file. Every column is nullable, so that a panel that refreshes sees the same
 * types whether a value is missing or not. Throws a TypeError where the fields' lengths differ.
 */
export function encodeFrame(frame: Frame, refId: string): Uint8Array<ArrayBuffer> {
  const length = frame.fields[0]?.values.length ?? 0;
  const odd = frame.fields.find(({ values }) => values.length !== length);
  if (odd) {
    throw new TypeError(`Field "${odd.name}" of frame "${frame.name}" has ${odd.values.length} values, not ${length}`);
  }
  const columns = frame.fields.map(encodeColumn);
  const schema = new Schema(
    frame.fields.map(
      (field, index) => new Field<DataType>(field.name, columns[index].type, true, fieldMetadata(field))
    ),
    frameMetadata(frame, refId)
  );
  const rows = makeData({ type: new Struct(schema.fields), length, nullCount: 0, children: columns });
  const bytes = tableToIPC(new Table(schema, new RecordBatch(schema, rows)), 'file');
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

function frameMetadata(frame: Frame, refId: string): Map<string, string> {
  const metadata = new Map([
    ['name', frame.name],
    ['refId', refId],
  ]);
  if (frame.meta) {
    metadata.set('meta', JSON.stringify(frame.meta));
  }
  return metadata;
}

function fieldMetadata({ kind, labels, config }: FrameField): Map<string, string> {
  const metadata = new Map<string, string>([['tstype', kind]]);
  if (labels && Object.keys(labels).length > 0) {
    metadata.set('labels', JSON.stringify(labels));
  }
  if (config && Object.keys(config).length > 0) {
    metadata.set('config', JSON.stringify(config));
  }
  return metadata;
}
