import React from 'react';
import { Field, RadioButtonGroup } from '@grafana/ui';
import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { t } from '../text';
import type { ConnectionProps } from './ConnectionProps';
import { DirectFields } from './DirectFields';
import { GrafanaSourceField } from './GrafanaSourceField';
import { PrometheusReplicaFields } from './PrometheusReplicaFields';
import { resetSecret, secretsOf, changeConnection } from './settings';
import { TimeoutField } from './TimeoutField';

/** A store that speaks HTTP: reached by its own address, or through a data source that Grafana has. */
export function StoreConnectionFields(props: ConnectionProps<StoreConnectionSettings>) {
  const { name, connection, settings, isReadOnly, onSettings } = props;
  const way = connection.grafanaUid === undefined ? 'direct' : 'grafana';
  const ways = [
    { value: 'direct' as const, label: t('store.direct', 'Direct') },
    { value: 'grafana' as const, label: t('store.grafana', 'Through Grafana') },
  ];
  // Address and credentials are those of Grafana's data source then: nothing of one way is kept for the other.
  const change = (chosen: 'direct' | 'grafana') => {
    const { type, timeout, replicaLabels, thanos } = connection;
    const empty = {
      type,
      ...(timeout !== undefined && { timeout }),
      ...(replicaLabels !== undefined && { replicaLabels }),
      ...(thanos !== undefined && { thanos }),
      ...(chosen === 'direct' ? { url: '' } : { grafanaUid: '' }),
    };
    const cleared = secretsOf(settings, name).reduce((changed, what) => resetSecret(changed, name, what), settings);
    onSettings(changeConnection(cleared, name, empty));
  };
  return (
    <>
      {connection.type !== 'mlflow' && (
        <Field label={t('store.way', 'Access')} noMargin>
          <RadioButtonGroup
            id={`${name}-way`}
            aria-label={t('store.way', 'Access')}
            options={ways}
            value={way}
            disabled={isReadOnly}
            onChange={change}
          />
        </Field>
      )}
      {way === 'direct' ? <DirectFields {...props} /> : <GrafanaSourceField {...props} />}
      <TimeoutField {...props} />
      {connection.type === 'prometheus' && <PrometheusReplicaFields {...props} />}
    </>
  );
}
