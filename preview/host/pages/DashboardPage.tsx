import React, { useEffect, useMemo } from 'react';
import { useAsync } from 'react-use';
import { useParams, useSearchParams } from 'react-router-dom';
import { UrlSyncContextProvider } from '@grafana/scenes';
import type { Dashboard } from '@grafana/schema';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { MissingSources } from '../dashboard/MissingSources';
import { toScene } from '../dashboard/toScene';
import { backendSrv } from '../services/backendSrv';
import { EditPanelPage } from './EditPanelPage';

/** /d/:uid, and with ?editPanel=id one panel of it with its query editor. */
export function DashboardPage() {
  const { uid } = useParams();
  const [search] = useSearchParams();
  const { value, error } = useAsync(
    () => backendSrv.get<{ dashboard: Dashboard }>(`/api/dashboards/uid/${uid}`),
    [uid]
  );
  const dashboard = value?.dashboard.uid === uid ? value?.dashboard : undefined;
  useEffect(() => {
    document.title = `${dashboard?.title ?? 'Dashboard'} - Modelwatch preview`;
  }, [dashboard]);
  if (error) {
    return <Alert title={`The preview has no dashboard "${uid}".`} />;
  }
  if (!dashboard) {
    return <LoadingPlaceholder text="Loading the dashboard" />;
  }
  const edited = Number(search.get('editPanel'));
  return edited ? (
    <EditPanelPage key={edited} dashboard={dashboard} id={edited} />
  ) : (
    <DashboardScene dashboard={dashboard} />
  );
}

function DashboardScene({ dashboard }: { dashboard: Dashboard }) {
  const scene = useMemo(() => toScene(dashboard), [dashboard]);
  return (
    <UrlSyncContextProvider scene={scene} createBrowserHistorySteps updateUrlOnInit>
      <MissingSources dashboard={dashboard} />
      <scene.Component model={scene} />
    </UrlSyncContextProvider>
  );
}
