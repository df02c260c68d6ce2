import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findFaults } from './support/findFaults';
import { DAYS, FIRST_DAY, orders, refunds, toCsv } from './support/orders';
import { expectText, lookAtPanels, panel } from './support/panels';
import { interrupt, runStart, type StartedProgram } from './support/runStart';
import { disconnect, leave, settle, visit } from './support/visit';

const DAY = 86_400_000;
const RANGE = `from=${FIRST_DAY + 30 * DAY}&to=${FIRST_DAY + DAYS * DAY}`;
const BASELINE = { from: '2024-03-01', to: '2024-03-31' };

let folder: string;
let preview: StartedProgram;

/** A Grafana of somebody else: a data source of their own, files of their own, and none of the demo. */
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-own-'));
  const data = path.join(folder, 'data');
  fs.mkdirSync(data);
  fs.mkdirSync(path.join(folder, 'datasources'));
  fs.writeFileSync(path.join(data, 'orders.csv'), toCsv(orders()));
  fs.writeFileSync(path.join(data, 'refunds.csv'), toCsv(refunds()));
  const jsonData = { version: 1, connections: { shop: { type: 'file', folder: data } } };
  const source = { name: 'Our models', uid: 'own', type: 'modelwatch-datasource', access: 'proxy', jsonData };
  fs.writeFileSync(path.join(folder, 'datasources/own.yaml'), JSON.stringify({ apiVersion: 1, datasources: [source] }));
  preview = await runStart([folder], {}, path.join(__dirname, 'support/previewOf.mjs'));
});
afterEach(leave);
afterAll(async () => {
  await disconnect();
  await interrupt(preview);
  fs.rmSync(folder, { recursive: true });
});

async function open(uid: string) {
  const seen = await visit(`/d/${uid}?${RANGE}`, { at: preview.url });
  await write(seen.page, 'Baseline from', BASELINE.from);
  await write(seen.page, 'Baseline to', BASELINE.to);
  return seen;
}

/** The control of a variable, by its label. */
async function control(page: Page, label: string): Promise<Locator> {
  const of = page.getByTestId(`data-testid Dashboard template variables submenu Label ${label}`);
  return page.locator(`[id="${await of.getAttribute('for')}"]`);
}

async function write(page: Page, label: string, text: string): Promise<void> {
  const box = await control(page, label);
  await box.fill(text);
  await box.press('Enter');
  await settle(page);
}

async function pick(page: Page, label: string, value: string): Promise<void> {
  await (await control(page, label)).click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await settle(page);
}

const valueOf = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(`var-${name}`);

it('shows the model overview of other data as soon as a baseline is written', async () => {
  const { page, complaints } = await open('modelwatch-model-overview');
  await expectText(page, 2, /Version r2 has been active since 10 Apr/);
  await expectText(
    page,
    3,
    /1 of 3 features is drifting; largest: amount|1 of 3 features is drifting; longest: amount/
  );
  expect(await lookAtPanels(page)).toMatchObject(Array.from({ length: 8 }, () => ({ errors: 0 })));
  const places = ['datasource', 'connection', 'source', 'version', 'prediction', 'label', 'time_field'];
  expect(places.map((name) => valueOf(page, name).join())).toEqual([
    ...['own', 'shop', 'orders.csv', 'release', 'predicted', 'truth', 'logged_at'],
  ]);
  complaints.length = 0;
  await pick(page, 'Class', 'fraud');
  await expectText(page, 4, 'labeled fraud');
  expect(complaints).toEqual([]);
});

const LISTS = { 'model-overview': 3, 'drift-explorer': 2, 'prediction-checks': 4 };
/** After the last of the orders, at the end of their last minute. */
const END = FIRST_DAY + DAYS * DAY - DAY / 60 + 1;

async function expectNewest(page: Page, list: number): Promise<void> {
  await expectText(page, 1, 'Newest data: 2024-04-1');
  expect(new URL(page.url()).searchParams.get('to')).toBe(new Date(END).toISOString());
  expect(valueOf(page, 'source')).toEqual(['orders.csv']);
  expect(valueOf(page, 'baseline_from')).toEqual([new Date(FIRST_DAY).toISOString().replace('.000Z', 'Z')]);
  await expectText(page, list, 'amount');
  await settle(page);
  expect((await lookAtPanels(page)).filter(({ errors }) => errors > 0)).toEqual([]);
}

it.each(Object.entries(LISTS))('opens %s at a time that has data, with a baseline before it', async (name, list) => {
  const { page } = await visit(`/d/modelwatch-${name}`, { at: preview.url });
  await expectNewest(page, list);
  expect(valueOf(page, 'version')).toEqual(['release']);
  // Whoever goes back from there doesn't come to a time without data.
  await page.goBack();
  expect(page.url()).not.toContain(`/d/modelwatch-${name}`);
});

it('keeps a time without data that was chosen, says so, and leads to one that has some', async () => {
  const [from, to] = [FIRST_DAY - 20 * DAY, FIRST_DAY - 6 * DAY];
  for (const [name, list] of Object.entries(LISTS)) {
    const { page } = await visit(`/d/modelwatch-${name}?from=${from}&to=${to}`, { at: preview.url });
    await expectText(page, 1, 'No rows in this time range. The selected data runs from 2024-03-01');
    expect(new URL(page.url()).searchParams.get('to')).toBe(new Date(to).toISOString());
    await page.getByRole('main').getByRole('link', { name: 'Time with data' }).click();
    await settle(page);
    await expectNewest(page, list);
    await leave();
  }
});

it('picks another file, which has neither versions nor labels', async () => {
  const { page } = await open('modelwatch-model-overview');
  await pick(page, 'Data', 'refunds.csv');
  expect(valueOf(page, 'label')).toEqual(['']);
  await expectText(page, 3, 'refunded');
  await expectText(page, 3, 'shop');
  await expectText(page, 4, 'Select the prediction and one of its classes at the top');
  expect(await lookAtPanels(page)).toMatchObject(Array.from({ length: 8 }, () => ({ errors: 0 })));
});

it('goes on to the drift explorer with what was chosen, and down to one feature', async () => {
  const { page } = await open('modelwatch-model-overview');
  await page.getByRole('main').getByRole('link', { name: 'Drift explorer' }).click();
  await settle(page);
  expect(valueOf(page, 'baseline_from')).toEqual([BASELINE.from]);
  await expectText(page, 2, 'amount');
  await panel(page, 2).getByText('amount').first().click();
  await settle(page);
  await expectText(page, 3, 'Distribution: amount');
  await expectText(page, 5, /amount, release r2/);
  expect(await lookAtPanels(page)).toMatchObject(Array.from({ length: 7 }, () => ({ errors: 0 })));
});

it('checks the predictions of other data', async () => {
  const seen = await open('modelwatch-prediction-checks');
  const { page } = seen;
  await expectText(page, 7, 'fraud');
  expect(valueOf(page, 'score')).toEqual(['']);
  await expectText(page, 5, 'Select the score at the top');
  expect(await findFaults(seen)).toMatchObject({
    failedPanels: [],
    clippedTexts: [],
    wideElements: [],
    violations: [],
  });
});
