import { interrupt } from './runStart';

export default async function globalTeardown(): Promise<void> {
  const { preview, browser } = globalThis.startedForTests;
  await Promise.all([browser.close(), interrupt(preview)]);
}
