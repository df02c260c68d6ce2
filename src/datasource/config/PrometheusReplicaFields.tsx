import React from 'react';
import { css } from '@emotion/css';
import { Field, Input, RadioButtonGroup } from '@grafana/ui';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';

const THANOS = ['partialResponse', 'dedup'] as const;

/** Which labels tell servers apart that scrape the same targets, and what a querier of Thanos is asked. */
export function PrometheusReplicaFields({
  name,
  connection,
  isReadOnly,
  onConnection,
}: ConnectionProps<StoreConnectionSettings>) {
  const { replicaLabels = [], thanos = {} } = connection;
  const written = replicaLabels.join(', ');
  const words = {
    partialResponse: {
      label: t('replicas.partialResponse', 'Thanos partial response'),
      description: t(
        'replicas.partialResponseIs',
        'Whether Thanos may answer without the series of a store that fails.'
      ),
    },
    dedup: {
      label: t('replicas.dedup', 'Thanos deduplication'),
      description: t('replicas.dedupIs', 'Whether Thanos merges the series of replicas into one.'),
    },
  };
  const choices = [
    { value: 'default', label: t('replicas.default', 'Default') },
    { value: 'on', label: t('replicas.on', 'On') },
    { value: 'off', label: t('replicas.off', 'Off') },
  ];
  const set = (key: (typeof THANOS)[number], chosen: string) => {
    const { [key]: _, ...others } = thanos;
    const changed = chosen === 'default' ? others : { ...others, [key]: chosen === 'on' };
    onConnection({ ...connection, thanos: Object.keys(changed).length > 0 ? changed : undefined });
  };
  return (
    <>
      <Field
        label={t('replicas.labels', 'Replica labels')}
        description={t(
          'replicas.labelsIs',
          'Labels that tell apart servers that scrape the same targets. Separate them with commas. Leave empty for the usual ones.'
        )}
        htmlFor={`${name}-replicas`}
        noMargin
      >
        <Input
          id={`${name}-replicas`}
          className={styles.wide}
          placeholder="prometheus_replica"
          defaultValue={written}
          disabled={isReadOnly}
          onBlur={({ currentTarget: { value } }) => {
            const labels = value
              .split(',')
              .map((label) => label.trim())
              .filter((label) => label !== '');
            if (labels.join(', ') !== written) {
              onConnection({ ...connection, replicaLabels: labels.length > 0 ? labels : undefined });
            }
          }}
        />
      </Field>
      {THANOS.map((key) => (
        <Field key={key} label={words[key].label} description={words[key].description} noMargin>
          <RadioButtonGroup
            id={`${name}-${key}`}
            aria-label={words[key].label}
            options={choices}
            value={thanos[key] === undefined ? 'default' : thanos[key] ? 'on' : 'off'}
            disabled={isReadOnly}
            onChange={(chosen) => set(key, chosen)}
          />
        </Field>
      ))}
    </>
  );
}

const styles = { wide: css({ maxWidth: 480 }) };
