import { defaultOf } from '../editor/selection/useConnection';
import { quotePromql } from '../fill/promqlText';
import type { Resources } from '../resources';
import type { VariableValue } from './listVariableValues';

/** Labels that tell the models of one Prometheus apart, the plainest first. */
const LABELS = ['model', 'model_name', 'deployment_name', 'predictor_name', 'service', 'job'];

/**
 * Where the data of a connection can be: files, indices and patterns, or matchers of Prometheus. So that one variable
 * chooses the place, whatever the connection is.
 */
export async function listPlaces(connection: string | undefined, resources: Resources): Promise<VariableValue[]> {
  const list = await resources.connections();
  const name = connection || defaultOf(list);
  switch (list.connections.find((known) => known.name === name)?.type) {
    case 'file':
      return (await resources.files(name)).map((file) => ({ text: file, value: file }));
    case 'elasticsearch': {
      const found = await resources.complete({ connection: name, what: 'index', text: '' });
      return found.map(({ value }) => ({ text: value, value }));
    }
    case 'prometheus':
      return [{ text: 'all series', value: '' }, ...(await matchersOf(name, resources))];
    default:
      return [];
  }
}

async function matchersOf(connection: string | undefined, resources: Resources): Promise<VariableValue[]> {
  const labels = await resources.complete({ connection, what: 'label', text: '' });
  const known = LABELS.filter((label) => labels.some(({ value }) => value === label));
  const values = await Promise.all(
    known.map(async (label) => {
      const found = await resources.complete({ connection, what: 'value', label, text: '' });
      return found.map(({ value }) => `${label}=${quotePromql(value)}`);
    })
  );
  return values.flat().map((matcher) => ({ text: matcher, value: matcher }));
}
