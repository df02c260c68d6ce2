import React from 'react';
import { css } from '@emotion/css';
import { Field, SecretInput, SecretTextArea } from '@grafana/ui';
import { Controls } from '../editor/fields/Controls';
import { isStored, resetSecret, secretTyped, setSecret, type Settings } from './settings';

interface Props {
  /** The connection's name, or `grafana`. */
  owner: string;
  /** Which of its secrets: `password`, `header.X-Scope-OrgID`. */
  what: string;
  label: string;
  description?: string;
  settings: Settings;
  isReadOnly: boolean;
  isRequired?: boolean;
  /** Of several lines, as keys are. */
  isLong?: boolean;
  placeholder?: string;
  /** Put before what is typed when it is stored: `ApiKey `. */
  prefix?: string;
  onSettings: (settings: Settings) => void;
}

/** A secret: once stored it can be replaced, not seen. */
export function SecretField(props: Props) {
  const { owner, what, label, description, settings, isReadOnly, isRequired, isLong, placeholder, prefix = '' } = props;
  const id = `${owner}-${what}`;
  const typed = secretTyped(settings, owner, what);
  const control = {
    id,
    placeholder,
    disabled: isReadOnly,
    isConfigured: isStored(settings, owner, what),
    value: typed.startsWith(prefix) ? typed.slice(prefix.length) : typed,
    onReset: () => props.onSettings(resetSecret(settings, owner, what)),
    onChange: ({ currentTarget: { value } }: React.FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      props.onSettings(setSecret(settings, owner, what, value === '' ? '' : prefix + value)),
  };
  return (
    <Field label={label} description={description} htmlFor={id} required={isRequired} noMargin>
      {isLong ? (
        <SecretTextArea {...control} rows={5} className={styles.wide} />
      ) : (
        <Controls className={styles.short}>
          <SecretInput {...control} autoComplete="new-password" />
        </Controls>
      )}
    </Field>
  );
}

const styles = { short: css({ maxWidth: 320 }), wide: css({ maxWidth: 480, fontFamily: 'monospace' }) };
