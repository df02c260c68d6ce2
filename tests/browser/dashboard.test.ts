import driftExplorer from '../../src/app/dashboards/drift-explorer.json';
import flightDelays from '../../src/app/dashboards/flight-delays.json';
import modelOverview from '../../src/app/dashboards/model-overview.json';
import modelPerformance from '../../src/app/dashboards/model-performance.json';
import predictionChecks from '../../src/app/dashboards/prediction-checks.json';
import serviceMetrics from '../../src/app/dashboards/service-metrics.json';
import { findFaults, NO_FAULTS } from './support/findFaults';
import { lookAtPanels } from './support/panels';
import { sidewaysScrolls } from './support/sidewaysScrolls';
import { disconnect, leave, NARROW, resize, settle, visit, WIDE } from './support/visit';

afterEach(leave);
afterAll(disconnect);

const DASHBOARDS = [flightDelays, modelOverview, modelPerformance, driftExplorer, serviceMetrics, predictionChecks];
/** A tablet, or half of a screen: panels still stand beside one another. */
const HALF = 800;

/** Pages take seconds to load: one is loaded at the first width, and takes on the others. */
const LOOKS = [
  { theme: 'dark', widths: [NARROW, WIDE] },
  { theme: 'light', widths: [WIDE, HALF, NARROW] },
];

describe.each(DASHBOARDS)('$title', ({ uid, panels: all, links }) => {
  // Rows are closed: their panels ask nothing, and are not there.
  const panels = all.filter(({ type }) => type !== 'row');

  it.each(LOOKS)('shows all of it to everybody, $theme, at widths of $widths pixels', async ({ theme, widths }) => {
    const seen = await visit(`/d/${uid}`, { theme, width: widths[0] });
    const { page } = seen;
    // On a busy machine nothing may be asked for a while before the panels are there.
    await page
      .locator('[data-viz-panel-key]')
      .nth(panels.length - 1)
      .waitFor({ state: 'attached' });
    await settle(page);
    expect(await page.evaluate(() => document.body.classList.value)).toContain(`theme-${theme}`);
    for (const width of widths) {
      await resize(page, width);
      expect(await lookAtPanels(page)).toHaveLength(panels.length);
      expect({ width, ...(await findFaults(seen)) }).toEqual({ width, ...NO_FAULTS });
      if (width > NARROW) {
        expect({ width, scrolls: await sidewaysScrolls(page) }).toEqual({ width, scrolls: [] });
      }
    }
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
