import React from 'react';
import type { WrittenExclusion } from '../../../query/exclusion';
import { t } from '../../text';
import { TextField } from './TextField';
import { parseStretches, writeStretches } from './stretches';

interface Props {
  readonly id: string;
  readonly entries: readonly WrittenExclusion[];
  readonly error?: string;
  readonly onChange: (entries: WrittenExclusion[] | undefined) => void;
}

/** Stretches, calendars of holidays, and tags of annotations, on one line. */
export function ExcludeField({ id, entries, error, onChange }: Props) {
  return (
    <TextField
      id={id}
      label={t('baseline.exclude', 'Exclude')}
      optional
      width={40}
      tooltip={t(
        'baseline.excludeTooltip',
        'Stretches as from/to, holidays by country (DE-BY), and annotations by tag (#sale). Example: 2013-12-24/2013-12-27, US, #sale.'
      )}
      placeholder="2013-12-24/2013-12-27, US, #sale"
      value={writeStretches(entries)}
      error={error}
      onChange={(text) => onChange(parseStretches(text))}
    />
  );
}
