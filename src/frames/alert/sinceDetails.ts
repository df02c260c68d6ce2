import type { AbnormalSince } from './abnormalSince';

/** The texts that say since when. */
export function sinceDetails({ since, isOrEarlier }: AbnormalSince): Readonly<Record<'since' | 'or_earlier', string>> {
  return {
    since: since === null ? '' : new Date(since).toISOString(),
    or_earlier: isOrEarlier ? 'yes' : '',
  };
}
