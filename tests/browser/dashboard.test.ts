import { links } from '../../src/app/dashboards/flight-delays.json';
import { findFaults, NO_FAULTS } from './support/findFaults';
import { lookAtPanels } from './support/panels';
import { disconnect, leave, NARROW, visit, WIDE } from './support/visit';

afterEach(leave);
afterAll(disconnect);

it.each([
  { theme: 'dark', width: WIDE },
  { theme: 'light', width: WIDE },
  { theme: 'dark', width: NARROW },
  { theme: 'light', width: NARROW },
])("shows all of the demo's dashboard to everybody, $theme, $width pixels wide", async (look) => {
  const seen = await visit('/', look);
  expect((await lookAtPanels(seen.page)).length).toBeGreaterThan(5);
  expect(await seen.page.evaluate(() => document.body.classList.value)).toContain(`theme-${look.theme}`);
  expect(await findFaults(seen)).toEqual(NO_FAULTS);
});

it('shows every panel for each time that a link of the dashboard leads to', async () => {
  for (const { title, url } of links) {
    const { page } = await visit(url, { theme: 'dark', width: WIDE });
    const panels = await lookAtPanels(page);
    expect({ title, failed: panels.filter(({ errors }) => errors > 0) }).toEqual({ title, failed: [] });
    await leave();
  }
});
