import React from 'react';
import { css } from '@emotion/css';
import { ConfigSection } from '@grafana/plugin-ui';
import { Field, Input, Stack } from '@grafana/ui';
import { t } from '../text';
import { type Settings, withJson } from './settings';

interface Props {
  settings: Settings;
  isReadOnly: boolean;
  onSettings: (settings: Settings) => void;
}

/** What belongs to no single connection: stored baselines, and where documents are looked at. */
export function MoreSection({ settings, isReadOnly, onSettings }: Props) {
  const { profiles = '', kibanaUrl = '' } = settings.jsonData;
  const isWrong = kibanaUrl !== '' && !/^https?:\/\/[^/\s]+/i.test(kibanaUrl);
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  return (
    <ConfigSection title={t('config.more', 'Baselines and links')}>
      <Stack direction="column" gap={2}>
        <Field
          label={t('config.profiles', 'Profiles')}
          description={t(
            'config.profilesIs',
            'A folder on the machine where Grafana runs: stored baselines, as "modelwatch profile" writes them. Empty: none can be chosen.'
          )}
          htmlFor="profiles"
          noMargin
        >
          <Input
            id="profiles"
            className={wide}
            placeholder="/var/lib/models/profiles"
            value={profiles}
            disabled={isReadOnly}
            onChange={({ currentTarget: { value } }) => onSettings(withJson(settings, { profiles: text(value) }))}
          />
        </Field>
        <Field
          label={t('config.kibana', 'Kibana')}
          description={t(
            'config.kibanaIs',
            'Rows of tables then lead to the documents behind them. Empty: they lead to Explore alone.'
          )}
          htmlFor="kibana"
          invalid={isWrong}
          error={isWrong ? t('config.kibanaWrong', 'Write the address as https://host:port') : undefined}
          noMargin
        >
          <Input
            id="kibana"
            className={wide}
            placeholder="https://kibana:5601"
            value={kibanaUrl}
            disabled={isReadOnly}
            onChange={({ currentTarget: { value } }) => onSettings(withJson(settings, { kibanaUrl: text(value) }))}
          />
        </Field>
      </Stack>
    </ConfigSection>
  );
}

const wide = css({ maxWidth: 480 });
