import React from 'react';
import { css } from '@emotion/css';
import { Button, MultiCombobox } from '@grafana/ui';
import type { Expectation } from '../../../query/expectation';
import { featureTypeSchema } from '../../../query/featureType';
import { t } from '../../text';
import { FieldRow } from '../fields/FieldRow';
import { LabelledField } from '../fields/LabelledField';
import { NumberField } from '../fields/NumberField';
import { PickField } from '../fields/PickField';
import { TextField } from '../fields/TextField';
import { withChosen } from '../features/withChosen';
import type { SectionProps } from '../SectionProps';

interface Props extends Pick<SectionProps, 'resources' | 'draft'> {
  id: string;
  name: string;
  expectation: Expectation;
  /** Of a key; of the whole where the key is empty. */
  error: (key: string) => string | undefined;
  onChange: (expectation: Expectation | undefined) => void;
}

/** What is expected of one feature: its type, a range or a set, the most missing values. */
export function ExpectationRow({ id, name, expectation, error, onChange, resources, draft }: Props) {
  const set = (change: Partial<Expectation>) =>
    onChange(
      Object.fromEntries(Object.entries({ ...expectation, ...change }).filter(([, value]) => value !== undefined))
    );
  const { type, allowed = [] } = expectation;
  const hasRange = type === undefined || type === 'numeric';
  return (
    <div role="group" aria-label={t('expect.of', 'Expectations for {{name}}', { name })}>
      <div className={styles.name}>{name}</div>
      <FieldRow>
        <PickField
          id={`${id}-type`}
          label={t('expect.type', 'Type')}
          optional
          error={error('type') ?? error('')}
          width={16}
          placeholder={t('expect.any', 'Any')}
          options={featureTypeSchema.options.map((value) => ({ value }))}
          value={type}
          onChange={(chosen) => set({ type: featureTypeSchema.options.find((known) => known === chosen) })}
        />
        {hasRange &&
          (['min', 'max'] as const).map((end) => (
            <TextField
              key={end}
              id={`${id}-${end}`}
              label={end === 'min' ? t('expect.min', 'Minimum') : t('expect.max', 'Maximum')}
              width={14}
              tooltip={t(
                'expect.rangeTooltip',
                'Inclusive: a number, or a date such as 2024-06-30. Leave empty for no limit.'
              )}
              placeholder={t('expect.unbounded', 'No limit')}
              value={String(expectation[end] ?? '')}
              error={error(end)}
              onChange={(limit) => set({ [end]: limitOf(limit) })}
            />
          ))}
        {type === undefined && (
          <TextField
            id={`${id}-age`}
            label={t('expect.age', 'Maximum age')}
            optional
            width={14}
            tooltip={t(
              'expect.ageTooltip',
              'Of a time column: how old its newest value may be at the end of the window, such as 1h.'
            )}
            placeholder={t('expect.unbounded', 'No limit')}
            value={expectation.maxAge ?? ''}
            error={error('maxAge')}
            onChange={(maxAge) => set({ maxAge: maxAge === '' ? undefined : maxAge })}
          />
        )}
        {type !== 'numeric' && (
          <div className={styles.values}>
            <LabelledField
              label={t('expect.allowed', 'Allowed values')}
              htmlFor={`${id}-allowed`}
              optional
              tooltip={t('expect.allowedTooltip', 'Any other value is an issue.')}
              error={error('allowed')}
            >
              <MultiCombobox
                id={`${id}-allowed`}
                createCustomValue
                placeholder={t('expect.anyValue', 'Any value')}
                options={async (typed: string) => {
                  const found = await resources.values(draft.current ?? {}, name, null).catch(() => []);
                  const options = found.filter((value) => value.includes(typed)).map((value) => ({ value }));
                  return withChosen(options, typed === '' ? allowed : []);
                }}
                value={allowed.map((value) => ({ value, label: value }))}
                onChange={(chosen) =>
                  set({ allowed: chosen.length > 0 ? chosen.map(({ value }) => value) : undefined })
                }
              />
            </LabelledField>
          </div>
        )}
        {type !== 'numeric' && (
          <TextField
            id={`${id}-pattern`}
            label={t('expect.pattern', 'Pattern')}
            optional
            width={18}
            tooltip={t('expect.patternTooltip', 'A regular expression that must match the whole text.')}
            placeholder="[A-Z]{2}[0-9]+"
            value={expectation.pattern ?? ''}
            error={error('pattern')}
            onChange={(pattern) => set({ pattern: pattern === '' ? undefined : pattern })}
          />
        )}
        <NumberField
          id={`${id}-missing`}
          label={t('expect.missing', 'Maximum missing rate')}
          tooltip={t('expect.missingTooltip', 'Share of rows without a value. 0.01 = 1%. Leave empty for no limit.')}
          placeholder={t('expect.unbounded', 'No limit')}
          value={expectation.maxMissingRate}
          error={error('maxMissingRate')}
          onChange={(maxMissingRate) => set({ maxMissingRate })}
        />
        <div className={styles.last}>
          <Button
            variant="secondary"
            icon="trash-alt"
            aria-label={t('expect.remove', 'Remove expectations for {{name}}', { name })}
            onClick={() => onChange(undefined)}
          />
        </div>
      </FieldRow>
    </div>
  );
}

/** A finite number where it is one; else as it is written, so that the schema says what is wrong. */
function limitOf(text: string): number | string | undefined {
  const number = Number(text);
  return text === '' ? undefined : Number.isFinite(number) ? number : text;
}

const styles = {
  name: css({ fontWeight: 500 }),
  values: css({ flex: '1 1 220px', minWidth: 0, maxWidth: 420 }),
  /** Beside the controls, below the height of the labels. */
  last: css({ paddingTop: 23 }),
};
