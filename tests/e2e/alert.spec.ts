import { expect, test } from './test';
import type { Locator } from '@playwright/test';
import { DEMO } from './demo';
import { pick } from './pick';

/** Grafana closes the options of a query whenever it draws the row anew, as when an answer about its fields comes. */
async function lastWeek(row: Locator): Promise<void> {
  const range = row.page().getByRole('button', { name: 'now-10m to now' });
  const soon = { timeout: 20_000 };
  await expect(async () => {
    if (!(await range.isVisible())) {
      await row.getByRole('button', { name: 'Options' }).click(soon);
    }
    await range.click(soon);
    await row.page().getByText('Last 7 days', { exact: true }).click(soon);
    await expect(row).toContainText(/7d\s*to now/, soon);
  }).toPass({ timeout: 180_000 });
}

test('a rule is made by pointing and picking: each feature answers for itself', async ({ alertRuleEditPage, page }) => {
  await alertRuleEditPage.alertRuleNameField.fill('Drift of the delay model');
  const { locator: row, datasource } = await alertRuleEditPage.getQueryRow('A');
  await datasource.set(DEMO.name);
  await pick(row.getByLabel('Connection', { exact: true }), 'live');
  await pick(row.getByLabel('File', { exact: true }), 'flights.parquet');
  await pick(row.getByLabel('Time field', { exact: true }).first(), 'time');
  await expect(row.getByLabel('Format', { exact: true })).toHaveValue('Alert');
  await lastWeek(row);
  await expect(alertRuleEditPage.evaluate()).toBeOK();
  await expect(page.getByText(/feature[=": ]+airport_delay_minutes/).first()).toBeVisible();
  await expect(page.getByText(/feature[=": ]+carrier/).first()).toBeVisible();
});

test('the provisioned rules are there, and none fails', async ({ request }) => {
  await expect
    .poll(
      async () => {
        const answer = await request.get('/api/prometheus/grafana/api/v1/rules');
        const { data } = (await answer.json()) as {
          data: { groups: Array<{ name: string; rules: Array<{ name: string; health: string; lastError?: string }> }> };
        };
        const own = data.groups
          .filter(({ name }) => /^Modelwatch demo( checks)?$/.test(name))
          .flatMap(({ rules }) => rules);
        return { some: own.length > 5, failed: own.filter(({ health }) => health === 'error') };
      },
      { timeout: 60_000 }
    )
    .toEqual({ some: true, failed: [] });
});

test('messages can be sent: receivers, the way to them, words and a mute timing are there', async ({ request }) => {
  const names = async (path: string) => {
    const answer = await request.get(`/api/v1/provisioning/${path}`);
    return ((await answer.json()) as Array<{ name: string }>).map(({ name }) => name);
  };
  expect(await names('contact-points')).toEqual(expect.arrayContaining(['Modelwatch e-mail', 'Modelwatch webhook']));
  expect(await names('mute-timings')).toContain('Modelwatch maintenance');
  expect(await names('templates')).toContain('modelwatch');
  const policies = await request.get('/api/v1/provisioning/policies');
  expect(await policies.text()).toContain('"receiver":"Modelwatch routed webhook"');
});

interface Rules {
  readonly data: {
    readonly groups: ReadonlyArray<{
      readonly rules: ReadonlyArray<{
        readonly name: string;
        readonly alerts?: ReadonlyArray<{ readonly annotations: Record<string, string> }>;
      }>;
    }>;
  };
}

test('the address in a message shows the panel that it names', async ({ page, request }) => {
  const address = async () => {
    const answer = await request.get('/api/prometheus/grafana/api/v1/rules');
    const { data } = (await answer.json()) as Rules;
    const drift = data.groups.flatMap(({ rules }) => rules).find(({ name }) => name === 'Drift of the delay model');
    return drift?.alerts?.[0]?.annotations.panel ?? '';
  };
  // While Grafana evaluates the rule anew it tells of no alert: the address is that which was seen.
  let seen = '';
  await expect.poll(async () => (seen = await address()), { timeout: 60_000 }).toMatch(/viewPanel=panel-3/);
  const { pathname, search } = new URL(seen);
  await page.goto(pathname + search);
  await expect(page.getByText(/^Distribution: /).first()).toBeVisible();
  await expect(page.getByTestId(/data-testid Panel header/)).toHaveCount(1);
  await expect(page.getByTestId(/data-testid Panel status error/)).toHaveCount(0);
});
