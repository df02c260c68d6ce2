import type { TimeZone } from '@grafana/schema';
import type { ResultMeta } from '../../../frames/ResultMeta';
import { writeWindow } from '../../shared/timeWords';

/** Where the baseline came from: its times in the panel's own zone where it has some, or else as the back end says it. */
export function provenanceInWords({ kind, description, facts }: ResultMeta['baseline'], timeZone: TimeZone): string {
  const [from, to] = [Date.parse(String(facts.from)), Date.parse(String(facts.to))];
  if (Number.isNaN(from) || Number.isNaN(to) || kind === 'previous') {
    return description;
  }
  const rows = facts.query == null || facts.query === '' ? '' : ` where ${facts.query}`;
  return `${writeWindow(from, to, timeZone)}${kind === 'selection' ? ` in ${facts.source ?? 'other data'}` : ''}${rows}`;
}
