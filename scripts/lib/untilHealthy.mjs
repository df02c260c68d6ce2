import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_START = 180_000;

/**
 * Waits until a server that was started answers, and tells how to end it and to remove its folder. Throws an Error with
 * the end of its log where it does not.
 *
 * @param {string} name
 * @param {{ child: import('node:child_process').ChildProcess, folder: string, logFile: string }} started
 * @param {() => string | undefined} findUrl
 * @param {string} [health] the path that is asked
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function untilHealthy(name, { child, folder, logFile }, findUrl, health = '/_cluster/health') {
  let ended = false;
  const end = new Promise((resolve) => child.once('close', () => resolve((ended = true))));
  child.once('error', () => (ended = true));
  const stop = async () => {
    if (!ended) {
      child.kill('SIGTERM');
      await end;
    }
    fs.rmSync(folder, { recursive: true, force: true });
  };
  for (const until = Date.now() + LONGEST_START; Date.now() < until && !ended; await wait(200)) {
    const url = findUrl();
    const status = url === undefined ? undefined : await healthOf(`${url}${health}`);
    // 401 where a test wants a password.
    if (status === 200 || status === 401) {
      return { url, stop };
    }
  }
  const said = fs.readFileSync(logFile, 'utf8').slice(-2000);
  await stop();
  throw new Error(`${name} did not start:\n${said}`);
}

async function healthOf(url) {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.status;
}
