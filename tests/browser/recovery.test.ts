import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { lookAtPanels } from './support/panels';
import { disconnect, leave, settle, visit } from './support/visit';

afterEach(leave);
afterAll(disconnect);

/** The process of the executable below the preview. */
function backendPid(): number {
  const children = execFileSync('pgrep', ['-P', process.env.PREVIEW_PID!, '-f', 'gpx_modelwatch'], {
    encoding: 'utf8',
  });
  return Number(children.trim().split('\n')[0]);
}

/** Whether its parent has not been told yet that the process ended. */
function isKnown(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('answers again after the back end has crashed', async () => {
  const { page } = await visit('/');
  const crashed = backendPid();
  process.kill(crashed, 'SIGKILL');
  while (isKnown(crashed)) {
    await wait(20);
  }
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await settle(page);
  expect((await lookAtPanels(page)).filter(({ errors }) => errors > 0)).toEqual([]);
  expect(backendPid()).not.toBe(crashed);
});
