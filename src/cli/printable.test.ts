/** @jest-environment node */
import { alignColumns } from './alignColumns';
import { printable, printableLines } from './printable';

it.each([
  ['two\nlines', 'two\\nlines'],
  ['a\ttab', 'a\\ttab'],
  ['\u001b[2Jred', '\\u001b[2Jred'],
  ['\u009b31m', '\\u009b31m'],
  ['\u202eevil', '\\u202eevil'],
  ['Öffnung "ü" 飛 \\n', 'Öffnung "ü" 飛 \\n'],
])('writes what would steer a terminal as JSON does: %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

it('keeps every line one line, and columns below one another', () => {
  expect(
    printableLines(
      alignColumns([
        ['name', 'type'],
        ['a\nb', 'x'],
        ['c', 'y'],
      ])
    )
  ).toBe('name  type\na\\nb  x\nc     y');
});
