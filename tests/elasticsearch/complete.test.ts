import { complete, completionSchema } from '../../src/sources/elasticsearch/complete/complete';
import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

describe.each(testServers())('$name', ({ url }) => {
  const { client } = sourceAt(url);
  const suggestions = (asked: Record<string, unknown>) => complete(client, completionSchema.parse(asked), {});
  const values = async (asked: Record<string, unknown>) => (await suggestions(asked)).map(({ value }) => value);

  it('completes indices by any part of their name, and the pattern of those that differ in a date', async () => {
    await makeIndex(url, 'daily-2024.01.01', { x: { type: 'double' } }, [{ x: 1 }]);
    await makeIndex(url, 'daily-2024.01.02', { x: { type: 'double' } }, [{ x: 1 }]);
    expect(await values({ what: 'index', text: 'FLIGHTS' })).toEqual(['flights-one', 'flights-three']);
    expect(await suggestions({ what: 'index', text: 'daily*' })).toEqual([
      { value: 'daily-*', description: '2 indices' },
      { value: 'daily-2024.01.01', description: '' },
      { value: 'daily-2024.01.02', description: '' },
    ]);
    expect(await values({ what: 'index', text: 'no such index' })).toEqual([]);
  });

  it('completes fields with their mapping, and those that hold a time', async () => {
    const fields = await suggestions({ what: 'field', index: 'flights-*', text: 'carr' });
    expect(fields).toEqual([{ value: 'carrier', description: 'keyword' }]);
    expect(await values({ what: 'field', index: 'flights-one', kind: 'time' })).toEqual(['label_time', 'time']);
    expect(await values({ what: 'field', index: 'flights-one', text: 'actual' })).toEqual(['actual']);
  });

  it('completes the values of a field, the most frequent first', async () => {
    const carriers = await suggestions({ what: 'value', index: 'flights-one', field: 'carrier', text: 'u' });
    expect(carriers.map(({ value }) => value)).toEqual(['UA', 'US']);
    expect(carriers[0].description).toMatch(/^\d+ documents$/);
    const hours = { what: 'value', index: 'flights-one', field: 'scheduled_hour', text: '2' };
    expect(await values(hours)).toEqual(expect.arrayContaining(['12', '20']));
    expect(await values({ ...hours, query: 'carrier:HA' })).toEqual([]);
    expect(await values({ ...hours, field: 'carrier', text: 'a.*[' })).toEqual([]);
  });

  it('says what an index or a field lacks', async () => {
    await expect(values({ what: 'field', index: 'nowhere-*' })).rejects.toThrow(/no index that "nowhere-\*" matches/);
    await expect(values({ what: 'value', index: 'flights-one', field: 'carier' })).rejects.toThrow(/no field "carier"/);
  });

  it('previews a plan with its cost, and says what answers', async () => {
    const source = sourceAt(url);
    const request = {
      selection: { index: 'flights-three', timeField: 'time', query: 'carrier:UA' },
      features: [
        { name: 'distance_miles', type: 'numeric' as const },
        { name: 'carrier', type: 'categorical' as const },
      ],
      windows: [{ from: Date.parse('2013-07-01T00:00:00Z'), to: Date.parse('2013-07-08T00:00:00Z') }],
      segmentBy: ['origin'],
    };
    const { summary, steps, requests } = await source.explain(request, {});
    expect(summary).toMatch(
      /^\w+Search [\d.]* ?counts 2 features over 1 window by origin in 1,\d{3} documents of 1 index: no document is fetched$/i
    );
    expect(steps.join('\n')).toMatch(/1 search for counts, of about \d+ buckets a segment/);
    // Fields, aliases, what counts don't tell, percentiles, values, counts, the most frequent numbers and those of either side.
    expect(requests).toBe(8);
    expect(steps.join('\n')).toMatch(/which single numbers are the most frequent/);
    await source.explain(request, {});
    expect((await source.check({})).message).toMatch(/answers: \w+search( 2\.19\.1)?, \d+ indices can be read/i);
  });
});
