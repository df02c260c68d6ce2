import type { Selection } from '../selection';

const LONGEST = 60;

/**
 * The name that a query's marks are found by: `decision.marksOf`, else the place that its current data come from, so that a
 * panel and a rule over the same data share their marks. A long name is shortened to its beginning and a hash of it all.
 */
export function marksName(query: {
  readonly current: Selection;
  readonly decision?: { readonly marksOf?: string };
}): string {
  const { connection, path, index, matchers, query: filter } = query.current;
  const place = [connection ?? '', path ?? index ?? '', matchers ?? '', filter ?? '']
    .filter((part) => part !== '')
    .join('/');
  const name = (query.decision?.marksOf ?? place).trim() || 'all';
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - HASH_DIGITS - 1)}~${hash(name)}`;
}

const HASH_DIGITS = 8;

/** FNV-1a of 32 bits: the panels need it too, where there is no `node:crypto`. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ unit, 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(HASH_DIGITS, '0');
}
