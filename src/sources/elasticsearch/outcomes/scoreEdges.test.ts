import { nextDouble } from '../../../distribution/nextDouble';
import { scoreEdges, withinOne } from './scoreEdges';

const ONE = nextDouble(1);

describe('scoreEdges', () => {
  it('lie where scores of either kind are, with cuts among them, from 0 to 1 with both', () => {
    const places = { minimum: 0.1, maximum: 0.9, quantiles: [0.2, 0.4], ofClass: [0.7, 0.8] };
    expect([...scoreEdges(places, [0.5])]).toEqual([0, 0.1, 0.2, 0.4, 0.5, 0.7, 0.8, nextDouble(0.9), ONE]);
  });

  it('give a score that quantiles repeat a bucket of its own', () => {
    const places = { minimum: 0, maximum: 1, quantiles: [0.3, 0.3, 0.6], ofClass: [] };
    expect([...scoreEdges(places, [])]).toEqual([0, 0.3, nextDouble(0.3), 0.6, ONE]);
  });

  it('leave out what lies outside', () => {
    expect([...withinOne([-Infinity, -0, 0.5, 1, 1.5, Infinity])]).toEqual([0, 0.5, 1, ONE]);
  });
});
