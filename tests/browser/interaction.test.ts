import { expectText, lookAtPanels, panel } from './support/panels';
import { disconnect, leave, settle, visit } from './support/visit';

const MAP = 2;
const DISTRIBUTION = 3;
const SERIES = 4;

afterEach(leave);
afterAll(disconnect);

/** The time range in the page's address, in milliseconds since the epoch. */
function rangeOf(url: string): [from: number, to: number] {
  const { searchParams } = new URL(url);
  const [from, to] = ['from', 'to'].map((name) => {
    const text = searchParams.get(name) ?? '';
    return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  });
  return [from, to];
}

it('answers anew for another time range', async () => {
  const { page, complaints } = await visit('/');
  const before = await panel(page, MAP).innerText();
  await page.getByRole('link', { name: 'Summer' }).click();
  await settle(page);
  expect(await panel(page, MAP).innerText()).not.toBe(before);
  await page.goBack();
  await settle(page);
  expect(await panel(page, MAP).innerText()).toBe(before);

  const [from, to] = rangeOf(page.url());
  await page.getByRole('button', { name: 'Zoom out time range' }).click();
  await settle(page);
  const [wideFrom, wideTo] = rangeOf(page.url());
  expect(wideTo - wideFrom).toBeGreaterThan(to - from);
  expect((await lookAtPanels(page)).filter(({ errors }) => errors > 0)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('zooms to what is dragged over in a chart', async () => {
  const { page } = await visit('/');
  const [from, to] = rangeOf(page.url());
  const plot = panel(page, SERIES).locator('.u-over');
  await plot.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await plot.boundingBox())!;
  await page.mouse.move(x + width * 0.25, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.75, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL((url) => rangeOf(url.href)[0] > from);
  const [zoomedFrom, zoomedTo] = rangeOf(page.url());
  expect((zoomedTo - zoomedFrom) / (to - from)).toBeCloseTo(0.5, 1);
});

it('follows a click on a feature in the drift map to its distribution', async () => {
  const { page, complaints } = await visit('/');
  expect(await panel(page, DISTRIBUTION).innerText()).not.toContain('temperature_f');
  await panel(page, MAP).getByText('temperature_f').first().click();
  await settle(page);
  expect(new URL(page.url()).searchParams.get('var-feature')).toBe('temperature_f');
  await expectText(page, DISTRIBUTION, 'temperature_f');
  expect(complaints).toEqual([]);
});

it('changes the theme', async () => {
  const { page } = await visit('/', { theme: 'dark' });
  await page.getByRole('link', { name: 'Light theme' }).click();
  await settle(page);
  expect(await page.evaluate(() => document.body.classList.value)).toContain('theme-light');
  await page.goto(new URL('/a/modelwatch-app', process.env.PREVIEW_URL).href);
  expect(await page.evaluate(() => document.body.classList.value)).toContain('theme-light');
});
