import driftExplorer from '../../src/app/dashboards/drift-explorer.json';
import flightDelays from '../../src/app/dashboards/flight-delays.json';
import modelOverview from '../../src/app/dashboards/model-overview.json';
import modelPerformance from '../../src/app/dashboards/model-performance.json';
import predictionChecks from '../../src/app/dashboards/prediction-checks.json';
import serviceMetrics from '../../src/app/dashboards/service-metrics.json';
import { findFaults, NO_FAULTS } from './support/findFaults';
import { lookAtPanels } from './support/panels';
import { disconnect, leave, NARROW, settle, visit, WIDE } from './support/visit';

afterEach(leave);
afterAll(disconnect);

const DASHBOARDS = [flightDelays, modelOverview, modelPerformance, driftExplorer, serviceMetrics, predictionChecks];
const LOOKS = [
  { theme: 'dark', width: WIDE },
  { theme: 'light', width: WIDE },
  { theme: 'dark', width: NARROW },
  { theme: 'light', width: NARROW },
];

describe.each(DASHBOARDS)('$title', ({ uid, panels, links }) => {
  it.each(LOOKS)('shows all of it to everybody, $theme, $width pixels wide', async (look) => {
    const seen = await visit(`/d/${uid}`, look);
    // On a busy machine nothing may be asked for a while before the panels are there.
    await seen.page
      .locator('[data-viz-panel-key]')
      .nth(panels.length - 1)
      .waitFor({ state: 'attached' });
    await settle(seen.page);
    expect(await lookAtPanels(seen.page)).toHaveLength(panels.length);
    expect(await seen.page.evaluate(() => document.body.classList.value)).toContain(`theme-${look.theme}`);
    expect(await findFaults(seen)).toEqual(NO_FAULTS);
  });

  it('shows every panel for each time that a link of the dashboard leads to', async () => {
    for (const { title, url } of links.filter((link) => link.url.startsWith(`/d/${uid}`) && !link.url.includes('$'))) {
      const { page } = await visit(url, { theme: 'dark', width: WIDE });
      const failed = (await lookAtPanels(page)).filter(({ errors }) => errors > 0);
      expect({ title, failed }).toEqual({ title, failed: [] });
      await leave();
    }
  });
});

it('opens with the first of them', async () => {
  const { page } = await visit('/');
  expect(await page.evaluate(() => document.title)).toContain(flightDelays.title);
});
