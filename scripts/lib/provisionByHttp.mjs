import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { globSync } from 'glob';
import { parse } from 'yaml';
import { bundledDashboards, bundledPlugins } from './bundledPlugins.mjs';
import { demoEnvironment } from './demoEnvironment.mjs';
import { DIST, ROOT } from './project.mjs';

const FOLDER_UID = 'modelwatch';
const ALERT_RULES = '/api/v1/provisioning/alert-rules';

/**
 * Puts the demo's data source, alert rules and dashboards into a running Grafana, over those of an earlier time. Who is
 * told of alerts is left as it is: provisioned policies would replace those of the organization. The demo's data must lie
 * on Grafana's machine: MODELWATCH_DEMO_DATA says where, if not at the same place as here.
 *
 * @param {string} address
 * @returns {Promise<{ url: string }>} of the dashboard
 */
export async function provisionByHttp(address) {
  const grafana = connect(address);
  await checkPlugins(grafana);
  await grafana('POST', '/api/plugins/modelwatch-app/settings', { enabled: true, pinned: true });
  for (const dataSource of readProvisioning('datasources').flatMap(({ datasources }) => datasources)) {
    // A Grafana that is in use keeps its own default.
    await put(grafana, '/api/datasources', `/api/datasources/uid/${dataSource.uid}`, {
      ...dataSource,
      isDefault: false,
    });
  }
  if (!(await grafana('GET', `/api/folders/${FOLDER_UID}`, undefined, [404]))) {
    await grafana('POST', '/api/folders', { uid: FOLDER_UID, title: 'Modelwatch' });
  }
  for (const { name: ruleGroup, orgId: orgID, rules } of readProvisioning('alerting').flatMap(
    ({ groups = [] }) => groups
  )) {
    for (const rule of rules) {
      const placed = { ...rule, ruleGroup, orgID, folderUID: FOLDER_UID };
      await put(grafana, ALERT_RULES, `${ALERT_RULES}/${rule.uid}`, placed);
    }
  }
  const dashboards = bundledDashboards();
  for (const dashboard of dashboards) {
    await grafana('POST', '/api/dashboards/db', { dashboard, folderUid: FOLDER_UID, overwrite: true });
  }
  return { url: new URL(`d/${dashboards[0].uid}`, grafana.base).href };
}

/** A function that asks Grafana; it answers undefined for the statuses that are expected to fail. */
function connect(address) {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const {
    GRAFANA_TOKEN,
    GRAFANA_USER = base.username || 'admin',
    GRAFANA_PASSWORD = base.password || 'admin',
  } = process.env;
  base.username = '';
  base.password = '';
  const basic = `Basic ${Buffer.from(`${GRAFANA_USER}:${GRAFANA_PASSWORD}`).toString('base64')}`;
  const headers = {
    'content-type': 'application/json',
    // What comes by this way can be edited in Grafana.
    'x-disable-provenance': 'true',
    authorization: GRAFANA_TOKEN ? `Bearer ${GRAFANA_TOKEN}` : basic,
  };
  const ask = async (method, pathname, body, missing = []) => {
    const url = new URL(pathname.slice(1), base);
    const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) }).catch((error) => {
      throw new Error(`${base.href} does not answer: ${error.cause?.message ?? error.message}`);
    });
    if (missing.includes(response.status)) {
      return undefined;
    }
    const text = await response.text();
    if (response.status === 401 || response.status === 403) {
      throw new Error(
        `${base.href} refused ${method} ${pathname} (${response.status}): set GRAFANA_TOKEN of a service account with ` +
          'the role Admin, or GRAFANA_USER and GRAFANA_PASSWORD.'
      );
    }
    if (!response.ok) {
      throw new Error(`${base.href} answered ${response.status} to ${method} ${pathname}: ${text.slice(0, 300)}`);
    }
    return text === '' ? {} : JSON.parse(text);
  };
  return Object.assign(ask, { base });
}

async function checkPlugins(grafana) {
  for (const id of bundledPlugins()) {
    if (!(await grafana('GET', `/api/plugins/${id}/settings`, undefined, [404]))) {
      throw new Error(
        `${grafana.base.href} does not have the plugin ${id}. On Grafana's machine:\n` +
          `  1. copy ${DIST} to its plugins folder as modelwatch-app (of dist for Grafana's platform: npm run build:release)\n` +
          `  2. set GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS=${bundledPlugins().join(',')}\n` +
          '  3. restart Grafana'
      );
    }
  }
}

/** Makes what is not there yet and renews what is. */
async function put(grafana, all, one, body) {
  const there = await grafana('GET', one, undefined, [404]);
  await (there ? grafana('PUT', one, body) : grafana('POST', all, body));
}

/** The files of a folder of provisioning/, with the environment's values in place of its variables. */
function readProvisioning(folder) {
  const environment = demoEnvironment();
  return globSync(`provisioning/${folder}/*.yaml`, { cwd: ROOT }).map((file) => {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    return parse(
      text.replace(/\$\{?(MODELWATCH_\w+)\}?/g, (_, name) => environment[name] ?? ''),
      { merge: true }
    );
  });
}
