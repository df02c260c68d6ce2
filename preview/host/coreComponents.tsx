import { css } from '@emotion/css';
import React from 'react';
import type { PanelDataErrorViewProps, PluginPageProps } from '@grafana/runtime';
import { setPanelDataErrorView } from '../../node_modules/@grafana/runtime/dist/esm/components/PanelDataErrorView.mjs';
import { setPluginPage } from '../../node_modules/@grafana/runtime/dist/esm/components/PluginPage.mjs';
import { sourceName } from './dashboard/MissingSources';
import { missingDataSource } from './services/MissingDataSource';

const centered = css({ height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center' });

function DataErrorView({
  data,
  fieldConfig,
  message,
  needsTimeField,
  needsNumberField,
  needsStringField,
}: PanelDataErrorViewProps) {
  const missing = Object.entries({ time: needsTimeField, number: needsNumberField, string: needsStringField })
    .filter(([, needed]) => needed)
    .map(([kind]) => `a ${kind} field`);
  const lacking = missingDataSource(data);
  if (lacking !== undefined) {
    return <div className={centered}>Not in the preview: {sourceName(lacking)}</div>;
  }
  const empty = data.series.every(({ length }) => length === 0);
  const none = fieldConfig?.defaults.noValue ?? 'No data';
  return <div className={centered}>{message ?? (empty ? none : `Data is missing ${missing.join(' and ')}`)}</div>;
}

function Page({ pageNav, renderTitle, subTitle, actions, children }: PluginPageProps) {
  const title = pageNav?.text ?? '';
  return (
    <>
      {renderTitle?.(title) ?? (title && <h1>{title}</h1>)}
      {subTitle ?? pageNav?.subTitle}
      {actions}
      {children}
    </>
  );
}

/** Components that @grafana/runtime names and Grafana's core fills in. */
export function initCoreComponents(): void {
  setPanelDataErrorView(DataErrorView);
  setPluginPage(Page);
}
