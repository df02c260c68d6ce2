/** @jest-environment node */
import { grafanaAccess } from './grafanaAccess';

const config = { GF_APP_URL: 'http://grafana:3000/', GF_PLUGIN_APP_CLIENT_SECRET: 'managed' };

describe('grafanaAccess', () => {
  it('takes the managed service account, or a token that the data source stores', () => {
    expect(grafanaAccess(config, {}, {}, {})).toEqual({ url: 'http://grafana:3000/', token: 'managed', headers: {} });
    expect(grafanaAccess(config, { 'grafana.token': 'own' }, {}, {})?.token).toBe('own');
    expect(grafanaAccess({}, {}, {}, config)?.token).toBe('managed');
    expect(grafanaAccess({ GF_APP_URL: 'http://a' }, {}, {}, {})).not.toHaveProperty('token');
  });

  it('is not there where Grafana does not say where it is', () => {
    expect(grafanaAccess({}, { 'grafana.token': 'own' }, {}, {})).toBeUndefined();
  });

  it('names the forwarded headers as they were', () => {
    const headers = { FromAlert: 'true', 'http_X-Rule-Uid': 'r1' };
    expect(grafanaAccess(config, {}, headers, {})?.headers).toEqual({ FromAlert: 'true', 'X-Rule-Uid': 'r1' });
  });
});
