export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopStores?: () => Promise<unknown> }).stopStores?.();
}
