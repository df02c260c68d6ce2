/** @jest-environment node */
import { tableFromIPC } from 'apache-arrow';
import type { Frame } from '../../frames/Frame';
import { encodeFrame } from './encodeFrame';

const FRAME: Frame = {
  name: 'drift',
  meta: { type: 'numeric-multi', typeVersion: [0, 1], custom: { queryHash: 'abc' } },
  fields: [
    { name: 'time', kind: 'time', values: [1_700_000_000_123, null, -1.5] },
    { name: 'feature', kind: 'string', values: ['Zürich 😀', '', null] },
    { name: 'p', kind: 'number', values: [0.1, null, -0], labels: { feature: 'x' }, config: { unit: 'percentunit' } },
    { name: 'deciding', kind: 'boolean', values: [true, null, false] },
  ],
};

function decode(frame: Frame) {
  return tableFromIPC(encodeFrame(frame, 'A'));
}

describe('encodeFrame', () => {
  it('writes an Arrow file', () => {
    const bytes = Buffer.from(encodeFrame(FRAME, 'A'));
    expect(bytes.subarray(0, 6).toString()).toBe('ARROW1');
    expect(bytes.subarray(-6).toString()).toBe('ARROW1');
  });

  it('keeps every value and every null', () => {
    const table = decode(FRAME);
    expect(table.numRows).toBe(3);
    expect([...(table.getChild('p') ?? [])]).toEqual([0.1, null, -0]);
    expect([...(table.getChild('feature') ?? [])]).toEqual(['Zürich 😀', '', null]);
    expect([...(table.getChild('deciding') ?? [])]).toEqual([true, null, false]);
  });

  it('writes times as whole nanoseconds without a zone', () => {
    const time = decode(FRAME).getChild('time');
    expect(String(time?.type)).toBe('Timestamp<NANOSECOND>');
    const [{ values }] = time?.data ?? [];
    expect(values[0]).toBe(1_700_000_000_123_000_000n);
    expect(values[2]).toBe(-1_500_000n);
  });

  it('calls every column nullable, so that its type does not depend on the values', () => {
    const { fields } = decode({ name: '', fields: [{ name: 'n', kind: 'number', values: [1] }] }).schema;
    expect(fields.map(({ nullable, type }) => [nullable, String(type)])).toEqual([[true, 'Float64']]);
  });

  it('writes the metadata that Grafana reads', () => {
    const { schema } = decode(FRAME);
    expect(schema.metadata.get('name')).toBe('drift');
    expect(schema.metadata.get('refId')).toBe('A');
    expect(JSON.parse(schema.metadata.get('meta') ?? '')).toEqual(FRAME.meta);
    const [time, , p] = schema.fields;
    expect(time.metadata.get('tstype')).toBe('time');
    expect(time.metadata.has('labels')).toBe(false);
    expect(JSON.parse(p.metadata.get('labels') ?? '')).toEqual({ feature: 'x' });
    expect(JSON.parse(p.metadata.get('config') ?? '')).toEqual({ unit: 'percentunit' });
  });

  it.each([0, 1, 7, 8, 9, 63, 64, 65, 1000])('keeps nulls and booleans of %i rows', (length) => {
    const values = Array.from({ length }, (_, row) => (row % 3 === 0 ? null : row % 2 === 0));
    const table = decode({ name: 'b', fields: [{ name: 'b', kind: 'boolean', values }] });
    expect(table.numRows).toBe(length);
    expect([...(table.getChild('b') ?? [])]).toEqual(values);
  });

  it('takes a frame without fields', () => {
    expect(decode({ name: 'nothing', fields: [] }).schema.fields).toEqual([]);
  });

  it('changes nothing of the frame', () => {
    const values = Object.freeze([1, null]);
    expect(() =>
      decode({ name: 'f', fields: Object.freeze([{ name: 'n', kind: 'number', values }] as const) })
    ).not.toThrow();
  });

  it('refuses fields of unequal length, and values of another kind', () => {
    const n = { name: 'n', kind: 'number', values: [1, 2] } as const;
    expect(() => decode({ name: 'f', fields: [n, { name: 's', kind: 'string', values: ['a'] }] })).toThrow(
      'Field "s" of frame "f" has 1 values, not 2'
    );
    expect(() => decode({ name: 'f', fields: [{ name: 's', kind: 'string', values: [1] }] })).toThrow(
      'Field "s" is of kind string and holds a number'
    );
  });
});
