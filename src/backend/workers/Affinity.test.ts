/** @jest-environment node */
import { Affinity } from './Affinity';

describe('Affinity', () => {
  it('prefers whoever has seen the most telling key', () => {
    const query = new Affinity();
    query.add(['query 1', 'data source']);
    const dataSource = new Affinity();
    dataSource.add(['query 2', 'data source']);
    const keys = ['query 1', 'data source'];
    expect(query.score(keys)).toBeGreaterThan(dataSource.score(keys));
    expect(dataSource.score(keys)).toBeGreaterThan(new Affinity().score(keys));
  });

  it('forgets what was longest ago', () => {
    const affinity = new Affinity();
    affinity.add(['first']);
    affinity.add(['second']);
    affinity.add(['first']);
    for (let index = 0; index < 499; index++) {
      affinity.add([`other ${index}`]);
    }
    expect(affinity.score(['first'])).toBeGreaterThan(0);
    expect(affinity.score(['second'])).toBe(0);
  });
});
