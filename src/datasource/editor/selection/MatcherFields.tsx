import React, { useState } from 'react';
import { css } from '@emotion/css';
import { Button } from '@grafana/ui';
import type { Resources } from '../../resources';
import { t } from '../../text';
import { Controls } from '../fields/Controls';
import { LabelledField } from '../fields/LabelledField';
import { TextField } from '../fields/TextField';
import { MatcherRow } from './MatcherRow';
import { type Matcher, parseMatchers, writeMatchers } from './parseMatchers';

interface Props {
  id: string;
  label: string;
  tooltip: string;
  resources: Resources;
  connection: string | undefined;
  metric?: string;
  value: string | undefined;
  /** What holds where nothing is written. */
  placeholder?: string;
  error?: string;
  onChange: (matchers: string | undefined) => void;
}

const EMPTY: Matcher = { label: '', operator: '=', value: '' };

/** Label matchers by picking; as text where a text is more than a list of them. */
export function MatcherFields(props: Props) {
  const { id, label, tooltip, value = '', placeholder = '', error, onChange } = props;
  const [unfinished, setUnfinished] = useState<Matcher | null>(null);
  const matchers = parseMatchers(value);
  if (matchers === null) {
    return (
      <TextField
        id={id}
        label={label}
        tooltip={tooltip}
        width={48}
        value={value}
        error={error}
        onChange={(text) => onChange(text === '' ? undefined : text)}
      />
    );
  }
  const write = (changed: readonly Matcher[]) => onChange(changed.length === 0 ? undefined : writeMatchers(changed));
  const change = (place: number, matcher: Matcher) => {
    if (place < matchers.length) {
      write(matchers.map((old, index) => (index === place ? matcher : old)));
    } else if (matcher.label !== '' && matcher.value !== '') {
      setUnfinished(null);
      write([...matchers, matcher]);
    } else {
      setUnfinished(matcher);
    }
  };
  const remove = (place: number) =>
    place < matchers.length ? write(matchers.filter((_, index) => index !== place)) : setUnfinished(null);
  const rows = unfinished === null ? matchers : [...matchers, unfinished];
  return (
    <LabelledField label={label} htmlFor={`${id}-all`} tooltip={tooltip} error={error} optional>
      <Controls id={`${id}-all`} label={label} className={styles.rows}>
        {rows.map((matcher, place) => (
          <MatcherRow
            key={place}
            {...props}
            id={`${id}-${place}`}
            matcher={matcher}
            others={writeMatchers(matchers.filter((_, index) => index !== place))}
            onChange={(changed) => change(place, changed)}
            onRemove={() => remove(place)}
          />
        ))}
        {unfinished === null && (
          <Button variant="secondary" icon="plus" onClick={() => setUnfinished(EMPTY)}>
            {rows.length === 0 && placeholder !== '' ? placeholder : t('selection.matchers.add', 'Label')}
          </Button>
        )}
      </Controls>
    </LabelledField>
  );
}

const styles = { rows: css({ display: 'flex', flexWrap: 'wrap', gap: 8, minHeight: 32 }) };
