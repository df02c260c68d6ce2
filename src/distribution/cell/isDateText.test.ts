import { isDateText } from './isDateText';

test.each([
  '13/02/2026',
  '2/13/26',
  '13.02.2026',
  '13.2.2026 14:05',
  '13-02-2026',
  '2026/02/13',
  '2026-2-3 4:05',
  '13-Feb-2026',
  '13-Feb-26',
  '13 February 2026',
  'Feb 13, 2026',
  'Fri, 13 Feb 2026 14:05:00 GMT',
  '13/Feb/2026:14:05:00 +0000',
  '2/13/2026 2:05 PM',
])('%s is a date', (text) => expect(isDateText(text)).toBe(true));

test.each([
  '1.10.11',
  '2024.1.3',
  '10.0.0.1',
  '32/13/2026',
  '14/15/2026',
  '1/2',
  '555-12-2026x',
  'may',
  'March',
  'Mar 13',
  'Boeing 737-800',
  '12-34-5678',
  'UA1545-EWR',
  '3/4 inch',
])('%s is none', (text) => expect(isDateText(text)).toBe(false));
