import { findFaults, NO_FAULTS } from './support/findFaults';
import { panel } from './support/panels';
import { disconnect, leave, NARROW, settle, visit, WIDE } from './support/visit';

const DATA_SOURCE = '/connections/datasources/edit/modelwatch-demo';
const MAP = 2;
const EDITOR = `/d/modelwatch-flight-delays?editPanel=${MAP}`;

afterEach(leave);
afterAll(disconnect);

it.each([
  { path: '/a/modelwatch-app', width: WIDE },
  { path: '/a/modelwatch-app', width: NARROW },
  { path: DATA_SOURCE, width: WIDE },
  { path: DATA_SOURCE, width: NARROW },
  { path: EDITOR, width: WIDE },
])('shows all of $path to everybody, $width pixels wide', async ({ path, width }) => {
  const seen = await visit(path, { width });
  expect((await seen.page.locator('main').innerText()).length).toBeGreaterThan(100);
  expect(await findFaults(seen)).toEqual(NO_FAULTS);
});

it('says on the configuration page whether the data source works', async () => {
  const { page } = await visit(DATA_SOURCE);
  await page.getByRole('button', { name: 'Save & test' }).click();
  const health = page.getByRole('status', { name: /flights/ });
  await health.waitFor();
});

it('says of a connection that is added by hand what is wrong with it', async () => {
  const { page } = await visit(DATA_SOURCE);
  await page.getByRole('button', { name: /add a connection to files/i }).click();
  const added = page.getByRole('region', { name: /^Connection / }).last();
  await added.getByRole('textbox', { name: /^Folder/ }).fill('/nowhere/to/be/found');
  await page.getByRole('button', { name: 'Save & test' }).click();
  await page
    .getByText(/Folder of the connection not found/)
    .first()
    .waitFor();
});

it("asks anew when a panel's query is changed", async () => {
  const { page } = await visit(EDITOR);
  const before = await panel(page, MAP).innerText();
  const asked = page.waitForRequest((request) => request.url().includes('/api/ds/query'));
  await page.getByRole('region', { name: 'Query A' }).getByLabel('Window size').click();
  await page.getByRole('option', { name: '28 days' }).click();
  await asked;
  await settle(page);
  expect(await panel(page, MAP).innerText()).not.toBe(before);
});
