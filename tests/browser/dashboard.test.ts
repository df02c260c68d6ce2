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
