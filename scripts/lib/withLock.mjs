import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets one build run at a time: two would clean away each other's files. A lock whose holder has ended is taken over.
 *
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, work) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  for (let told = false; !(await take(file)); told = true) {
    if (!told) {
      process.stdout.write('Another build is running: waiting for it.\n');
    }
    await wait(200);
  }
  try {
    return await work();
  } finally {
    await fs.rm(file, { force: true });
  }
}

async function take(file) {
  try {
    await fs.writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  const holder = Number(await fs.readFile(file, 'utf8').catch(() => '0'));
  if (!isAlive(holder)) {
    await fs.rm(file, { force: true });
  }
  return false;
}

function isAlive(pid) {
  if (!(pid > 0)) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
