import type { TimeZone } from '@grafana/schema';
import type { ResultMeta } from '../../../frames/ResultMeta';
import { writeWindow } from '../../shared/timeWords';
import type { DriftCells } from './readDriftCells';

/** What all queries of a panel were compared with; by query where that differs. */
export function baselinesInWords(baselines: DriftCells['baselines'], timeZone: TimeZone): string {
  const words = baselines.map(({ query, baseline }) => ({ query, text: provenanceInWords(baseline, timeZone) }));
  const isOne = new Set(words.map(({ text }) => text)).size <= 1;
  return isOne ? (words[0]?.text ?? '') : words.map(({ query, text }) => `${query}: ${text || 'unknown'}`).join('; ');
}

/** Where the baseline came from: its times in the panel's own zone where it has some, or else as the back end says it. */
export function provenanceInWords({ kind, description, facts }: ResultMeta['baseline'], timeZone: TimeZone): string {
  const [from, to] = [Date.parse(String(facts.from)), Date.parse(String(facts.to))];
  if (Number.isNaN(from) || Number.isNaN(to) || kind === 'previous') {
    return description;
  }
  const rows = facts.query == null || facts.query === '' ? '' : ` where ${facts.query}`;
  return `${writeWindow(from, to, timeZone)}${kind === 'selection' ? ` in ${facts.source ?? 'other data'}` : ''}${rows}`;
}
