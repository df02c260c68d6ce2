const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?';
const CLOCK = String.raw`(?:[T\s,:]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR = String.raw`(?:(?:19|20)\d{2})`;

const FORMS = [
  // 31/12/2026, 12/31/26, 31.12.2026, 31-12-2026: which of the two is the month is not told by the form.
  String.raw`(?<one>\d{1,2})(?:/(?<two>\d{1,2})/(?:${YEAR}|\d{2})|\.(?<three>\d{1,2})\.${YEAR}|-(?<four>\d{1,2})-${YEAR})`,
  // 2026/12/31 and 2026-1-5. With points it may be a version.
  String.raw`${YEAR}(?:/(?<two>\d{1,2})/|-(?<four>\d{1,2})-)(?<one>\d{1,2})`,
  // 31 Dec 2026, 31-Dec-26, 31/Dec/2026, Dec 31, 2026.
  String.raw`\d{1,2}(?:st|nd|rd|th)?[\s/-]*${MONTH}\.?[\s,/-]*(?:${YEAR}|\d{2})`,
  String.raw`${MONTH}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+${YEAR}`,
].map((form) => new RegExp(String.raw`^\s*${WEEKDAY}${form}${CLOCK}\s*$`, 'i'));

const LONGEST = 50;

/** Whether a text is a date in another form than ISO 8601, as spreadsheets and logs write them. Versions are none. */
export function isDateText(text: string): boolean {
  return text.length <= LONGEST && FORMS.some((form) => isDate(form.exec(text)));
}

function isDate(found: RegExpExecArray | null): boolean {
  const { one, two, three, four } = found?.groups ?? {};
  const other = two ?? three ?? four;
  return found !== null && (one === undefined || other === undefined || isDayAndMonth(Number(one), Number(other)));
}

function isDayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}
