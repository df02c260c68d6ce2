/** @jest-environment node */
import { formatLine } from './formatLine';

const TIME = new Date('2026-03-01T12:34:56.789Z');

describe('formatLine', () => {
  it('writes the three keys that the host reads, as strings, and flat fields', () => {
    expect(JSON.parse(formatLine('info', 'Started', { workers: 2, warm: true, uid: 'a' }, TIME))).toEqual({
      '@level': 'info',
      '@message': 'Started',
      '@timestamp': '2026-03-01T12:34:56.789000Z',
      workers: 2,
      warm: true,
      uid: 'a',
    });
  });

  it('lets no field take the place of a key that the host reads', () => {
    const entry = JSON.parse(formatLine('warn', 'x', { '@level': 1, '@timestamp': 'now' }, TIME));
    expect(entry['@level']).toBe('warn');
    expect(entry['@timestamp']).toBe('2026-03-01T12:34:56.789000Z');
  });

  it('leaves out what is undefined', () => {
    expect(Object.keys(JSON.parse(formatLine('info', 'x', { stack: undefined }, TIME)))).toHaveLength(3);
  });

  it('stays on one line, whatever the text', () => {
    expect(formatLine('info', 'a\nb\r\u2028c', { x: '\n' }, TIME)).not.toMatch(/[\n\r]/);
  });

  it.each([
    ['a long message', 'x'.repeat(200_000), {}],
    ['control characters, six bytes each', '\u0001'.repeat(200_000), {}],
    ['characters of four bytes', '😀'.repeat(100_000), {}],
    ['many long fields', 'x', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}`, 'y'.repeat(5_000)]))],
  ])('stays below 64 KiB with %s', (_, message, fields) => {
    const line = formatLine('error', message, fields, TIME);
    expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
    expect(JSON.parse(line)['@level']).toBe('error');
  });
});
