import fs from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Grafana's own: its name does not hold its text, and its time zone is orange on grey. */
const TIME_PICKER = '[data-testid="data-testid TimePicker Open Button"]';

/** Scenes' switches of annotations: their labels are texts beside them. */
const ANNOTATION_SWITCHES = '[id^="data-layer-"]';

/** Scenes' titles of rows: headings without a level. */
const ROW_TITLES = 'button > span[role="heading"]';

/** Serious and critical findings of axe, each with the elements that it is about. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(
    (exclude) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        { include: ['body'], exclude },
        { resultTypes: ['violations'] }
      ),
    [TIME_PICKER, ANNOTATION_SWITCHES, ROW_TITLES]
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
