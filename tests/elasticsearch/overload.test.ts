import { testServers } from './support/servers';
import { ask, call, makeIndex, sourceAt } from './support/store';

const features = [
  { name: 'carrier', type: 'categorical' as const },
  { name: 'distance_miles', type: 'numeric' as const },
];
const selection = { index: 'flights-three', timeField: 'time' };

/** A store that could count a part only, or that is short of memory or time: never a smaller sample. */
describe.each(testServers())('$name', ({ url }) => {
  async function withSetting(name: string, value: string, run: () => Promise<void>): Promise<void> {
    await call(url, 'PUT', '/_cluster/settings', { persistent: { [name]: value } });
    try {
      await run();
    } finally {
      await call(url, 'PUT', '/_cluster/settings', { persistent: { [name]: null } });
    }
  }

  it('refuses to count where shards of an index are nowhere', async () => {
    await makeIndex(url, 'parts-here', { x: { type: 'double' } }, [{ x: 1 }, { x: 2 }]);
    await call(url, 'DELETE', '/parts-lost?ignore_unavailable=true');
    await call(url, 'PUT', '/parts-lost?wait_for_active_shards=0', {
      settings: { number_of_replicas: 0, 'index.routing.allocation.require._name': 'nobody' },
      mappings: { properties: { x: { type: 'double' } } },
    });
    const asked = { selection: { index: 'parts-*' }, features: [{ name: 'x', type: 'numeric' as const }] };
    const error = await ask(sourceAt(url), asked).catch((one: Error) => one);
    expect(error).toMatchObject({ options: { status: 503, side: 'downstream' } });
    expect(error).toHaveProperty('message', expect.stringMatching(/lacks shards of "parts-\*" .*parts-lost.*too few/));
    const alone = { ...asked, selection: { index: 'parts-lost' } };
    await expect(ask(sourceAt(url), alone)).rejects.toThrow(
      /lacks shards of "parts-lost"|no index that .* answers: .*health of the cluster/
    );
    await call(url, 'DELETE', '/parts-lost');
  });

  it('says that the store has too little memory, after smaller parts were too much as well', () =>
    withSetting('indices.breaker.request.limit', '1b', async () => {
      await expect(ask(sourceAt(url), { selection, features })).rejects.toThrow(
        /won't count that much at once .*Data too large.*fewer windows, segments or features/
      );
    }));

  it('says that the store ran out of time', () =>
    withSetting('search.default_search_timeout', '1micros', async () => {
      // Slow, since the store looks at its clock a few times a second; not asked before, so that no cache answers.
      const slow = Array.from({ length: 60 }, (_, i) => `flight_id:*${i}?${(7 * i) % 60}*`);
      const asked = { selection: { ...selection, query: `${slow.join(' OR ')} OR carrier:${Date.now()}` }, features };
      await expect(ask(sourceAt(url), asked)).rejects.toThrow(/ran out of time/);
    }));
});
