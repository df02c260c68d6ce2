export default async function globalTeardown(): Promise<void> {
  await (globalThis as { stopElasticsearch?: () => Promise<void> }).stopElasticsearch?.();
}
