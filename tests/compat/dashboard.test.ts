import { findFaults, NO_FAULTS } from '../browser/support/findFaults';
import { lookAtPanels } from '../browser/support/panels';
import { disconnect, leave, NARROW, visit, WIDE } from '../browser/support/visit';

afterEach(leave);
afterAll(disconnect);

/** Grafana 13 names the labels of its own legends by what is selected, not by what they show. */
const OWN_TO_GRAFANA = /^label-content-name-mismatch: <button [^>]*aria-label="All series selected"/;

it.each([
  { theme: 'dark', width: WIDE },
  { theme: 'light', width: NARROW },
])("shows all of the demo's dashboard, $theme, $width pixels wide", async (look) => {
  const seen = await visit('/', look);
  expect((await lookAtPanels(seen.page)).length).toBeGreaterThan(5);
  const { violations, ...faults } = await findFaults(seen);
  expect({ ...faults, violations: violations.filter((violation) => !OWN_TO_GRAFANA.test(violation)) }).toEqual(
    NO_FAULTS
  );
});

it('gives the plugins the React of that Grafana', async () => {
  const { page } = await visit('/');
  const react = await page.evaluate(() => (System.get('package:react') as { version: string }).version);
  expect(react).toMatch(/^19\./);
});
