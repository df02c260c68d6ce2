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
            'A folder on the Grafana server with baselines stored by "modelwatch profile". Leave empty to disable stored profiles.'
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
            'Adds links from table rows to the documents in Kibana. Leave empty to link to Explore only.'
          )}
          htmlFor="kibana"
          invalid={isWrong}
          error={isWrong ? t('config.kibanaWrong', 'Enter the URL as https://host:port') : undefined}
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
