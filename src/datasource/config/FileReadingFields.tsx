import React from 'react';
import { css } from '@emotion/css';
import { Field, Input } from '@grafana/ui';
import { SteadyCombobox } from '../editor/fields/SteadyCombobox';
import { markersIn } from '../cells/numberForms';
import { NumberFormFields } from '../cells/NumberFormFields';
import type { FileConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { PlainConnectionProps } from './ConnectionProps';

/** How the text of files is read, where that can't be told from the files themselves. */
export function FileReadingFields({
  name,
  connection,
  isReadOnly,
  onConnection,
}: PlainConnectionProps<FileConnectionSettings>) {
  const { missing, encoding = '', delimiter = '', header, numbers } = connection;
  return (
    <>
      <Field
        label={t('files.missing', 'Missing markers')}
        description={t(
          'files.missingIs',
          'Additional values to read as missing, besides NA, NULL, ?, and similar. Separate them with commas. Example: -999, n.b.'
        )}
        htmlFor={`${name}-missing`}
        noMargin
      >
        <Input
          id={`${name}-missing`}
          className={styles.wide}
          placeholder="-999"
          defaultValue={(missing ?? []).join(', ')}
          disabled={isReadOnly}
          onBlur={({ currentTarget: { value } }) => {
            // An empty list, which switches markers off, is not lost by passing through.
            if (value !== (missing ?? []).join(', ')) {
              onConnection({ ...connection, missing: markersIn(value) });
            }
          }}
        />
      </Field>
      <Field
        label={t('files.numbers', 'Numbers')}
        description={t(
          'files.numbersIs',
          'How numbers are written in text. Columns that are written otherwise are named in the result.'
        )}
        htmlFor={`${name}-numbers`}
        noMargin
      >
        <NumberFormFields
          id={`${name}-numbers`}
          value={numbers}
          disabled={isReadOnly}
          onChange={(forms) => onConnection({ ...connection, numbers: forms })}
        />
      </Field>
      <Field
        label={t('files.header', 'Header')}
        description={t('files.headerIs', 'Whether the first line of a CSV file has the column names.')}
        htmlFor={`${name}-header`}
        noMargin
      >
        <SteadyCombobox
          id={`${name}-header`}
          width={18}
          disabled={isReadOnly}
          options={[
            { value: 'auto', label: t('files.headerAuto', 'Detect') },
            { value: 'yes', label: t('files.headerYes', 'Yes') },
            { value: 'no', label: t('files.headerNo', 'No') },
          ]}
          value={header === undefined ? 'auto' : header ? 'yes' : 'no'}
          onChange={({ value }) =>
            onConnection({ ...connection, header: value === 'auto' ? undefined : value === 'yes' })
          }
        />
      </Field>
      <Field
        label={t('files.encoding', 'Encoding')}
        description={t(
          'files.encodingIs',
          'For text files, such as windows-1252. Leave empty to detect UTF-8 or UTF-16.'
        )}
        htmlFor={`${name}-encoding`}
        noMargin
      >
        <Input
          id={`${name}-encoding`}
          className={styles.short}
          placeholder="utf-8"
          value={encoding}
          disabled={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onConnection({ ...connection, encoding: value === '' ? undefined : value })
          }
        />
      </Field>
      <Field
        label={t('files.delimiter', 'Delimiter')}
        description={t(
          'files.delimiterIs',
          'For CSV, such as a semicolon. Leave empty to detect it from the header and data.'
        )}
        htmlFor={`${name}-delimiter`}
        noMargin
      >
        <Input
          id={`${name}-delimiter`}
          className={styles.short}
          value={delimiter}
          disabled={isReadOnly}
          onChange={({ currentTarget: { value } }) =>
            onConnection({ ...connection, delimiter: value === '' ? undefined : value })
          }
        />
      </Field>
    </>
  );
}

/** No wider than the page. */
const styles = { wide: css({ maxWidth: 480 }), short: css({ maxWidth: 160 }) };
