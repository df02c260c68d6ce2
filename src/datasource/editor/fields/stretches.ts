import type { WrittenExclusion } from '../../../query/exclusion';

const TAG = '#';

/** What is excluded as one line: `2013-12-24/2013-12-27, now-9d/now-8d, DE-BY, #maintenance`. */
export function writeStretches(entries: readonly WrittenExclusion[]): string {
  return entries
    .map(({ from = '', to = '', calendar, tag }) =>
      calendar !== undefined ? calendar : tag !== undefined ? `${TAG}${tag}` : to === '' ? from : `${from}/${to}`
    )
    .join(', ');
}

/**
 * Undefined where there is none. What begins with a digit or `now` is a stretch of time, what begins with # a tag, and
 * anything else a calendar. A half that is missing stays empty, so that the schema says what is wrong with it.
 */
export function parseStretches(text: string): WrittenExclusion[] | undefined {
  const entries = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseEntry);
  return entries.length === 0 ? undefined : entries;
}

function parseEntry(part: string): WrittenExclusion {
  if (part.startsWith(TAG)) {
    return { tag: part.slice(TAG.length).trim() };
  }
  if (!part.includes('/') && !/^(\d|now)/.test(part)) {
    return { calendar: part };
  }
  const [from, to = ''] = part.split('/').map((end) => end.trim());
  return { from, to };
}
