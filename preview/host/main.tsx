import React from 'react';
import { createRoot } from 'react-dom/client';
import { Navigate, Route, Router, Routes } from 'react-router-dom';
import { EventBusSrv, ThemeContext } from '@grafana/data';
import {
  config,
  locationService,
  LocationServiceProvider,
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setPluginImportUtils,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { ErrorBoundaryAlert, GlobalStyles, PortalContainer } from '@grafana/ui';
import { initCoreComponents } from './coreComponents';
import { AppPage } from './pages/AppPage';
import { DashboardPage } from './pages/DashboardPage';
import { DataSourcePage } from './pages/DataSourcePage';
import { ElsewherePage } from './pages/ElsewherePage';
import { Frame } from './pages/Frame';
import { PluginPage } from './pages/PluginPage';
import { importPanelPlugin, panelFromCache, sharePackages } from './plugins';
import { backendSrv } from './services/backendSrv';
import { dataSourceSrv } from './services/dataSourceSrv';
import { initRegistries } from './services/registries';
import { runRequest } from './services/runRequest';
import { templateSrv } from './services/templateSrv';

setBackendSrv(backendSrv);
setTemplateSrv(templateSrv);
setDataSourceSrv(dataSourceSrv);
setRunRequest(runRequest);
setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: panelFromCache });
setAppEvents(new EventBusSrv());
initRegistries();
initCoreComponents();
sharePackages();

function Preview() {
  const history = locationService.getHistory();
  const [location, setLocation] = React.useState(history.location);
  React.useLayoutEffect(() => history.listen((next: typeof location) => setLocation(next)), [history]);
  const [dashboard] = window.grafanaBootData.dashboards;
  const home = dashboard ? `/d/${dashboard.uid}` : `/a/${Object.keys(config.bootData.settings.apps)[0]}`;
  return (
    <Router navigator={history} location={location}>
      <Frame>
        <ErrorBoundaryAlert key={location.pathname}>
          <Routes>
            <Route path="/d/:uid/*" element={<DashboardPage />} />
            <Route path="/a/:id/*" element={<AppPage />} />
            <Route path="/connections/datasources/edit/:uid" element={<DataSourcePage />} />
            <Route path="/plugins/:id" element={<PluginPage />} />
            <Route path="/" element={<Navigate replace to={home} />} />
            <Route path="*" element={<ElsewherePage />} />
          </Routes>
        </ErrorBoundaryAlert>
      </Frame>
    </Router>
  );
}

createRoot(document.getElementById('reactRoot')!).render(
  <ThemeContext.Provider value={config.theme2}>
    <LocationServiceProvider service={locationService}>
      <GlobalStyles />
      <Preview />
      <PortalContainer />
    </LocationServiceProvider>
  </ThemeContext.Provider>
);
