import { expect, test } from './test';
import type { PanelEditPage } from '@grafana/plugin-e2e';
import { DEMO, QUESTION } from './demo';
import { pick } from './pick';

test('a query is asked and changed where a panel is edited', async ({ gotoPanelEditPage }) => {
  const edit = await gotoPanelEditPage({ dashboard: { uid: 'modelwatch-flight-delays' }, id: '2' });
  await expect(edit.getVisualizationName()).toHaveText('Drift');
  await expect(edit.panel.locator).toContainText('airport_delay_minutes');
  const row = edit.getQueryEditorRow('A');
  const asked = edit.waitForQueryDataRequest((request) => (request.postData() ?? '').includes('"window":"28d"'));
  await pick(row.getByLabel('Window size', { exact: true }), '28 days');
  await asked;
  await expect(edit.panel.getErrorIcon()).toBeHidden();
  await expect(edit.panel.locator).toContainText('airport_delay_minutes');
});

/** plugin-e2e gives the whole choice fifteen seconds, which a busy machine doesn't keep. */
async function visualize(edit: PanelEditPage, name: string): Promise<void> {
  await expect(() => edit.setVisualization(name)).toPass({ timeout: 120_000 });
}

test('a new panel shows drift as the core table does too', async ({ panelEditPage, page, selectors }) => {
  await panelEditPage.datasource.set(DEMO.name);
  const row = panelEditPage.getQueryEditorRow('A');
  await pick(row.getByLabel('File', { exact: true }), 'flights.parquet');
  await pick(row.getByLabel('Time field', { exact: true }).first(), 'time');
  await panelEditPage.timeRange.set({ from: '2013-07-01 00:00:00', to: '2013-08-01 00:00:00' });
  await visualize(panelEditPage, 'Table');
  // refreshPanel() of plugin-e2e gives the button two seconds, which a busy machine doesn't keep.
  const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
  await panelEditPage.getByGrafanaSelector(selectors.components.RefreshPicker.runButtonV2).first().click();
  expect((await answered).ok()).toBe(true);
  await expect(panelEditPage.panel.fieldNames).toContainText(['feature']);
  await visualize(panelEditPage, 'Drift');
  await expect(panelEditPage.panel.locator).toContainText(/features are drifting/);
  await expect(panelEditPage.panel.getErrorIcon()).toBeHidden();
});

test('Explore shows a drift table', async ({ page }) => {
  const pane = {
    a: {
      datasource: DEMO.uid,
      queries: [{ refId: 'A', datasource: { uid: DEMO.uid, type: DEMO.type }, format: 'table', ...QUESTION }],
      range: { from: '1372651200000', to: '1375329600000' },
    },
  };
  await page.goto(`/explore?schemaVersion=1&orgId=1&panes=${encodeURIComponent(JSON.stringify(pane))}`);
  await expect(page.getByText('airport_delay_minutes').first()).toBeVisible();
  // Columns further right are drawn once they are scrolled to.
  await expect(page.getByText('categorical', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('An unexpected error happened')).toHaveCount(0);
});
