import { test as base } from '@grafana/plugin-e2e';

/**
 * Each test signs in for itself. Grafana changes a session's token every ten minutes, and a run takes longer: a session that
 * was stored before the first test would be refused in the later ones.
 */
export const test = base.extend<{ session: void }>({
  session: [
    async ({ context, request, grafanaAPICredentials }, use) => {
      const { user, password } = grafanaAPICredentials;
      // The page's requests, and those that tests make themselves, have cookies of their own.
      for (const own of [context.request, request]) {
        const answer = await own.post('/login', { data: { user, password } });
        if (!answer.ok()) {
          throw new Error(`Grafana refused ${user}: ${answer.status()} ${await answer.text()}`);
        }
      }
      await use();
    },
    { auto: true },
  ],
});
export { expect } from '@grafana/plugin-e2e';
