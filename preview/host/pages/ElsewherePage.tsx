import React from 'react';
import { useLocation } from 'react-router-dom';
import { Alert } from '@grafana/ui';

/** Pages of Grafana that the app leads to and the preview lacks. */
const GRAFANA_ONLY = [/^\/explore$/, /^\/alerting\/new(\/alerting)?$/];

/** An address that the preview has no page for: one of a whole Grafana, or none at all. */
export function ElsewherePage() {
  const { pathname } = useLocation();
  return GRAFANA_ONLY.some((route) => route.test(pathname)) ? (
    <Alert severity="info" title={`This page is only available in Grafana: ${pathname}`} />
  ) : (
    <Alert severity="error" title={`There is no such page: ${pathname}`} />
  );
}
